"""The statements that build the stack: what it is given, the machine, and what the machine may do."""

from __future__ import annotations

import json
from collections.abc import Iterator

from exporters.cdk.code import (
    Call,
    Entries,
    Expression,
    FileBeside,
    Name,
    Options,
    Plain,
    Statement,
    Template,
    Text,
)
from exporters.cdk.stack import CdkStack
from exporters.cdk.values import Values, literal
from exporters.cdk.variables import Variables
from exporters.comments import listed, to_be_added
from exporters.intrinsics import reference
from schemas.deployment import Parameter, Resource, Substitution
from schemas.paths import Json

THIS = Name("this")
MACHINE = "machine"
_TYPES = {"STANDARD": "sfn.StateMachineType.STANDARD", "EXPRESS": "sfn.StateMachineType.EXPRESS"}


def constructor(stack: CdkStack) -> Iterator[list[Statement]]:
    """The statements of the constructor, in paragraphs."""
    values = Values(Variables())
    for target in stack.substitutions.targets.values():
        _define(target, stack, values)
    yield list(values.definitions())
    yield list(_log_group(stack))
    is_used = stack.deployment.tags or stack.role.needs
    yield [Statement(_machine(stack, values), MACHINE if is_used else "", to_be_added(stack.role))]
    yield [
        Statement(Call("Tags.of", (Name(MACHINE),), then=Call("add", (Text(key), Text(value)))))
        for key, value in stack.deployment.tags.items()
    ]
    for need in stack.role.needs:
        permission = values.permission(need.statement, stack.references)
        grant = Call(f"{MACHINE}.addToRolePolicy", (permission,))
        yield [*values.definitions(), Statement(grant, comment=listed(need.states))]


def instance(stack: CdkStack) -> Statement:
    """The statement by which an app makes the stack."""
    environment = Options("Environment", (("region", Text(stack.deployment.region)),))
    arguments = (Name("app"), Text(stack.name))
    return Statement(Call(stack.type_name, arguments, (("env", environment),), new=True))


def _define(target: Substitution, stack: CdkStack, values: Values) -> None:
    """A variable for what the target stands for; a fixed text needs none."""
    value = reference(target)
    match target:
        case Parameter(name):
            values.define(value, name, _parameter(name, stack))
        case Resource(name, attribute):
            call = Call("Fn.getAtt", (Text(name), Text(attribute))) if attribute else None
            found = Call("Fn.ref", (Text(name),)) if call is None else _then(call, Call("toString"))
            comment = f"{name} is still to be added to this stack."
            values.define(value, f"{name}{(attribute or '').title()}", found, comment)
        case _ if not isinstance(value, str):
            values.define(value, "value", _cloudformation(value))


def _then(call: Call, then: Call) -> Call:
    return Call(call.target, call.arguments, call.options, call.new, then)


def _parameter(name: str, stack: CdkStack) -> Expression:
    (default,) = (item.default for item in stack.substitutions.parameters if item.name == name)
    options = (("default", Text(default)),)
    return Call("CfnParameter", (THIS, Text(name)), options, new=True, then=Name("valueAsString"))


def _cloudformation(value: Json) -> Expression:
    match value:
        case {"Fn::ImportValue": str(name)}:
            return Call("Fn.importValue", (Text(name),))
    return Call("Token.asString", (literal(value),))


def _log_group(stack: CdkStack) -> Iterator[Statement]:
    """The group that the machine logs to; under this prefix AWS lets many machines log."""
    if stack.deployment.logging.level == "OFF":
        return
    options: tuple[tuple[str, Expression], ...] = (
        ("logGroupName", Template((Text("/aws/vendedlogs/states/"), Name("this.stackName")))),
        ("retention", Name("logs.RetentionDays.ONE_MONTH")),
        ("removalPolicy", Name("RemovalPolicy.DESTROY")),
    )
    yield Statement(Call("logs.LogGroup", (THIS, Text("LogGroup")), options, new=True), "logGroup")


def _machine(stack: CdkStack, values: Values) -> Expression:
    deployment = stack.deployment
    file = Call("sfn.DefinitionBody.fromFile", (FileBeside(stack.definition_file),))
    options: list[tuple[str, Expression]] = [
        ("stateMachineName", Name("this.stackName"))
    ] * stack.names_itself
    options.append(("stateMachineType", Name(_TYPES[stack.workflow.design.type])))
    options.append(("definitionBody", file))
    substituted = {
        name: _substitution(reference(target), values) for name, target in stack.substitutions.targets.items()
    }
    if substituted:
        options.append(("definitionSubstitutions", Entries(tuple(substituted.items()))))
    if deployment.tracing:
        options.append(("tracingEnabled", Plain(True)))
    if deployment.logging.level != "OFF":
        options.append(("logs", _logging(stack)))
    return Call("sfn.StateMachine", (THIS, Text("StateMachine")), tuple(options), new=True)


def _substitution(value: Json, values: Values) -> Expression:
    """What is put into the definition's text, in the middle of a JSON string."""
    return Text(json.dumps(value, ensure_ascii=False)[1:-1]) if isinstance(value, str) else values.of(value)


def _logging(stack: CdkStack) -> Expression:
    logging = stack.deployment.logging
    return Options(
        "sfn.LogOptions",
        (
            ("destination", Name("logGroup")),
            ("level", Name(f"sfn.LogLevel.{logging.level}")),
            ("includeExecutionData", Plain(logging.include_execution_data)),
        ),
    )
