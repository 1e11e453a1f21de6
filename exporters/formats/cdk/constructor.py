"""The statements that build the stack: its parameters, the state machine, and the permissions."""

from __future__ import annotations

from collections.abc import Iterator

from exporters.comments import state_list, unknown_permissions
from exporters.formats.cdk.attachments import include
from exporters.formats.cdk.code import (
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
from exporters.formats.cdk.values import Values, literal
from exporters.formats.cdk.variables import Variables
from exporters.intrinsics import reference
from exporters.names import logical_id
from exporters.permissions.permission import Permission
from exporters.resources import LOG_GROUPS, role_policies
from exporters.stack import ResourceIds
from exporters.template_stack import KEY, TemplateStack
from schemas.core.paths import Json
from schemas.sidecar.deployment import Parameter, Resource, Substitution

THIS = Name("this")
MACHINE = "machine"
_TYPES = {"STANDARD": "sfn.StateMachineType.STANDARD", "EXPRESS": "sfn.StateMachineType.EXPRESS"}


def constructor(stack: TemplateStack) -> Iterator[list[Statement]]:
    """The statements of the constructor, in paragraphs."""
    values = Values(Variables())
    for placeholder, target in stack.substitutions.targets.items():
        _define(placeholder, target, stack, values)
    yield list(values.definitions())
    yield list(_log_group(stack))
    granted = _task_permissions(stack)
    told = include(stack, values, MACHINE)
    is_used = stack.deployment.tags or granted or told
    yield [Statement(_machine(stack, values), MACHINE if is_used else "", unknown_permissions(stack))]
    yield [
        Statement(Call("Tags.of", (Name(MACHINE),), then=Call("add", (Text(key), Text(value)))))
        for key, value in stack.deployment.tags.items()
    ]
    for permission in granted:
        statement = values.policy_statement(permission.statement, stack.references)
        grant = Call(f"{MACHINE}.addToRolePolicy", (statement,))
        yield [*values.definitions(), Statement(grant, comment=state_list(permission.states))]
    yield told


def _task_permissions(stack: TemplateStack) -> list[Permission]:
    """The permissions of the tasks, small enough that the CDK can put them into managed policies.

    It grants logging and tracing by itself.
    """
    return [permission for permission in role_policies(stack).permissions if permission.states]


def type_name(stack: TemplateStack) -> str:
    """Return the name of the stack's class."""
    return f"{logical_id(stack.name)}Stack"


def instance(stack: TemplateStack) -> Statement:
    """The statement by which an app makes the stack."""
    environment = Options("Environment", (("region", Text(stack.deployment.region)),))
    arguments = (Name("app"), Text(stack.name))
    return Statement(Call(type_name(stack), arguments, (("env", environment),), new=True))


def _define(placeholder: str, target: Substitution, stack: TemplateStack, values: Values) -> None:
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
            values.define(value, placeholder, _cloudformation(value))


def _then(call: Call, then: Call) -> Call:
    return Call(call.target, call.arguments, call.options, call.new, then)


def _parameter(name: str, stack: TemplateStack) -> Expression:
    (found,) = (item for item in stack.substitutions.parameters if item.name == name)
    options: list[tuple[str, Expression]] = []
    if found.first.type != "String":
        options.append(("type", Text(found.first.type)))
    if found.default is not None:
        options.append(("default", literal(found.default)))
    if found.first.allowed:
        options.append(("allowedValues", literal(list(found.first.allowed))))
    return Call("CfnParameter", (THIS, Text(name)), tuple(options), new=True, then=Name("valueAsString"))


def _cloudformation(value: Json) -> Expression:
    match value:
        case {"Fn::ImportValue": str(name)}:
            return Call("Fn.importValue", (Text(name),))
    return Call("Token.asString", (literal(value),))


def _log_group(stack: TemplateStack) -> Iterator[Statement]:
    """The group that the machine logs to; under this prefix AWS lets many machines log."""
    if not stack.is_logged:
        return
    options: tuple[tuple[str, Expression], ...] = (
        ("logGroupName", Template((Text(LOG_GROUPS), Name("this.stackName")))),
        ("retention", Name("logs.RetentionDays.ONE_MONTH")),
        ("removalPolicy", Name("RemovalPolicy.DESTROY")),
    )
    yield Statement(Call("logs.LogGroup", (THIS, Text(stack.ids.log_group)), options, new=True), "logGroup")


def _machine(stack: TemplateStack, values: Values) -> Expression:
    deployment = stack.deployment
    file = Call("sfn.DefinitionBody.fromFile", (FileBeside(stack.definition_file),))
    options: list[tuple[str, Expression]] = [
        ("stateMachineName", Name("this.stackName"))
    ] * stack.names_itself
    options.append(("stateMachineType", Name(_TYPES[stack.workflow.design.type])))
    options.append(("definitionBody", file))
    substituted = {name: values.of(value) for name, value in stack.definition_substitutions().items()}
    if substituted:
        options.append(("definitionSubstitutions", Entries(tuple(substituted.items()))))
    if deployment.role:
        options.append(("role", _existing_role(deployment.role)))
    if deployment.kms_key:
        options.append(("encryptionConfiguration", _encryption(deployment.kms_key)))
    if deployment.tracing:
        options.append(("tracingEnabled", Plain(True)))
    if stack.is_logged:
        options.append(("logs", _logging(stack)))
    return Call("sfn.StateMachine", (THIS, Text(stack.ids.machine)), tuple(options), new=True)


def _existing_role(arn: str) -> Expression:
    """A role that is there already; what the CDK would grant to it is its owner's to decide."""
    kept = (("mutable", Plain(False)),)
    return Call("iam.Role.fromRoleArn", (THIS, Text(ResourceIds().role), Text(arn)), kept)


def _encryption(key: str) -> Expression:
    found = Call("kms.Key.fromKeyArn", (THIS, Text(KEY), Text(key)))
    return Call("sfn.CustomerManagedEncryptionConfiguration", (found,), new=True)


def _logging(stack: TemplateStack) -> Expression:
    logging = stack.deployment.logging
    return Options(
        "sfn.LogOptions",
        (
            ("destination", Name("logGroup")),
            ("level", Name(f"sfn.LogLevel.{logging.level}")),
            ("includeExecutionData", Plain(logging.include_execution_data)),
        ),
    )
