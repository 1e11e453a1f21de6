"""The attachments of the machine in a CDK app: a template beside the program, which the stack includes."""

from __future__ import annotations

from exporters.attachments.attachments import attachments
from exporters.formats.cdk.code import Call, Entries, Expression, FileBeside, Name, Statement, Text
from exporters.formats.cdk.values import Values
from exporters.fragments.fragment import Fragment
from exporters.fragments.machine import Machine, ref
from exporters.template_stack import TemplateStack
from schemas.core.paths import Json
from schemas.document.json.writer import write_json


def template_file(stack: TemplateStack) -> str:
    """The name of the file with the template."""
    return f"{stack.name}.attachments.json"


def template(stack: TemplateStack) -> str:
    """The template; the machine is a parameter of it. "" where nothing is attached."""
    found = _included(stack)
    if not found.resources:
        return ""
    machine: dict[str, Json] = {name: {"Type": "String"} for name in _machine(stack)}
    return write_json({**found.sections, "Parameters": {**machine, **found.parameters}})


def include(stack: TemplateStack, values: Values, machine: str) -> list[Statement]:
    """The statement that includes the template, for the machine in the variable `machine`."""
    found = _included(stack)
    if not found.resources:
        return []
    shared = {item.name for item in stack.substitutions.parameters} & found.parameters.keys()
    arn, name = _machine(stack)
    given: list[tuple[str, Expression]] = [
        (arn, Name(f"{machine}.stateMachineArn")),
        (name, Name(f"{machine}.stateMachineName")),
        *((parameter, values.of(ref(parameter))) for parameter in sorted(shared)),
    ]
    options: tuple[tuple[str, Expression], ...] = (
        ("templateFile", FileBeside(template_file(stack))),
        ("parameters", Entries(tuple(given))),
    )
    return [Statement(Call("include.CfnInclude", (Name("this"), Text("Attachments")), options, new=True))]


def _included(stack: TemplateStack) -> Fragment:
    arn, name = _machine(stack)
    return attachments(stack, Machine(ref(arn), ref(name)))


def _machine(stack: TemplateStack) -> tuple[str, str]:
    """The parameters of the template for the ARN and the name of the machine."""
    return stack.ids.of_notification("Machine"), stack.ids.of_notification("MachineName")
