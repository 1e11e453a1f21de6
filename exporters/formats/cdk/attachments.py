"""The attachments of the machine in a CDK app: a template beside the program, which the workflow includes."""

from __future__ import annotations

from collections.abc import Iterator

from exporters.attachments.attachments import attachments
from exporters.formats.cdk.code import (
    Call,
    Entries,
    Equal,
    Expression,
    FileBeside,
    IfThere,
    Name,
    Statement,
    Step,
    Text,
)
from exporters.formats.cdk.values import Values
from exporters.fragments.fragment import Fragment
from exporters.fragments.machine import Machine, ref
from exporters.template_stack import TemplateStack
from schemas.core.coerce import mapping
from schemas.core.paths import Json
from schemas.document.json.writer import write_json


def template_file(stack: TemplateStack) -> str:
    """The name of the file with the template."""
    return f"{stack.name}.attachments.json"


def template(stack: TemplateStack) -> str:
    """The template; the machine is a parameter of it. "" where nothing is attached."""
    found = included(stack)
    if not found.resources:
        return ""
    apart = {*_mails(found), *(id for mail in _mails(found).values() for id in _apart(mail))}
    parts = {
        name: {id: value for id, value in members.items() if id not in apart}
        for name, members in found.sections.items()
    }
    machine: dict[str, Json] = {name: {"Type": "String"} for name in _machine(stack)}
    parts["Parameters"] = {**machine, **parts.get("Parameters", {})}
    return write_json({name: members for name, members in parts.items() if members})


def include(stack: TemplateStack, values: Values, machine: str) -> Iterator[Step]:
    """Yield the statements that include the template, for the machine in the variable `machine`.

    In a stack of its own, which has its `name`, the resources keep the ids that they have in the template.
    Mails are subscribed beside it: a condition on an address that is known is always the same.
    """
    found = included(stack)
    if not found.resources:
        return
    mails = _mails(found)
    addresses = {_apart(mail)[0] for mail in mails.values()}
    arn, name = _machine(stack)
    given: list[tuple[str, Expression]] = [
        (arn, Name(f"{machine}.stateMachineArn")),
        (name, Name(f"{machine}.stateMachineName")),
        *((each, values.of(ref(each))) for each in sorted(found.parameters) if each not in addresses),
    ]
    options: tuple[tuple[str, Expression], ...] = (
        ("templateFile", FileBeside(template_file(stack))),
        ("preserveLogicalIds", Equal(Name("name"), Name("stack.stackName"))),
        ("parameters", Entries(tuple(given))),
    )
    attached = Call("include.CfnInclude", (Name("this"), Text("Attachments")), options, new=True)
    yield Statement(attached, "attachments" if mails else "")
    for id, mail in mails.items():
        yield _subscribed(id, mail, values)


def included(stack: TemplateStack) -> Fragment:
    """The attachments as a part of a template; without resources where there are none."""
    arn, name = _machine(stack)
    return attachments(stack, Machine(ref(arn), ref(name)))


def _machine(stack: TemplateStack) -> tuple[str, str]:
    """The parameters of the template for the ARN and the name of the machine."""
    return stack.ids.of_notification("Machine"), stack.ids.of_notification("MachineName")


def _mails(found: Fragment) -> dict[str, dict[str, Json]]:
    """The subscriptions of addresses that may be empty, by their ids."""
    resources = {id: mapping(resource) for id, resource in found.resources.items()}
    return {
        id: resource
        for id, resource in resources.items()
        if resource.get("Type") == "AWS::SNS::Subscription" and "Condition" in resource
    }


def _apart(mail: dict[str, Json]) -> tuple[str, str]:
    """The parameter and the condition that a subscription has for itself."""
    return _referred(mail, "Endpoint"), str(mail["Condition"])


def _referred(mail: dict[str, Json], name: str) -> str:
    return str(mapping(mapping(mail["Properties"])[name])["Ref"])


def _subscribed(id: str, mail: dict[str, Json], values: Values) -> Step:
    topic = Call("attachments.getResource", (Text(_referred(mail, "TopicArn")),), then=Name("ref"))
    address = values.of(ref(_referred(mail, "Endpoint")))
    options = (("protocol", Text("email")), ("topicArn", topic), ("endpoint", address))
    made = Call("sns.CfnSubscription", (Name("this"), Text(id)), options, new=True)
    return IfThere(address, made) if isinstance(address, Name) else Statement(made)
