"""The statements of an app: those that build the workflow's construct, a stack around it, and the app."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass

from exporters.comments import unknown_permissions
from exporters.formats.cdk.attachments import include
from exporters.formats.cdk.code import (
    Call,
    Default,
    Entries,
    Expression,
    FileBeside,
    Name,
    Options,
    Plain,
    Statement,
    Step,
    Template,
    Text,
    names_in,
)
from exporters.formats.cdk.constructs.inputs import Inputs
from exporters.formats.cdk.grants import granted, grants
from exporters.formats.cdk.kinds import KEY, ROLE
from exporters.formats.cdk.props import Prop, Props
from exporters.formats.cdk.publishing import published
from exporters.formats.cdk.values import Values, literal
from exporters.formats.cdk.variables import Variables
from exporters.intrinsics import reference
from exporters.names import logical_id
from exporters.resources import LOG_GROUPS
from exporters.substitutions import OWN_NAME
from exporters.template_stack import TemplateStack
from schemas.core.paths import Json

THIS = Name("this")
STACK = Name("stack")
MACHINE = "this.stateMachine"
WORKFLOW = "this.workflow"
_TYPES = {"STANDARD": "sfn.StateMachineType.STANDARD", "EXPRESS": "sfn.StateMachineType.EXPRESS"}
_LONGEST_NAME = 80
"""The letters that a state machine's name has at most."""


@dataclass(frozen=True, slots=True)
class Program:
    """The classes of a workflow: the properties of its construct, and both constructors, in paragraphs.

    `inputs` are the properties of the definition, where that is a construct of its own instead of a file.
    """

    stack: TemplateStack
    props: Props
    inputs: Inputs | None
    construct: list[list[Step]]
    around: list[list[Step]]

    @classmethod
    def of(cls, stack: TemplateStack, has_constructs: bool = False) -> Program:
        """Return the program for `stack`, with the definition as constructs or in a file."""
        variables = Variables()
        props, values = Props.of(stack, variables), Values(variables)
        _define(stack, props, values)
        inputs = Inputs.of(stack, props, values) if has_constructs else None
        paragraphs = list(filter(None, _construct(stack, props, values, inputs)))
        if inputs:
            paragraphs = _without_unused(paragraphs)
        return cls(
            stack,
            props,
            inputs,
            [*_start(paragraphs), *paragraphs],
            list(filter(None, _around(stack, props))),
        )

    @property
    def definition_file(self) -> str:
        """The name of the file with the definition."""
        return f"{self.inputs.module}.ts" if self.inputs else self.stack.definition_file

    @property
    def workflow_type(self) -> str:
        """The name of the construct's class."""
        return f"{logical_id(self.stack.name)}Workflow"

    @property
    def stack_type(self) -> str:
        """The name of the stack's class."""
        return type_name(self.stack)

    @property
    def needs_props(self) -> bool:
        """True if the construct cannot be made without properties."""
        return any(prop.is_required for prop in self.props.all)

    def instance(self) -> Statement:
        """The statement by which an app makes the stack, in the region of its context, if there is one."""
        region = Call("app.node.tryGetContext", (Text("region"),))
        options = (("env", Options("Environment", (("region", region),))),)
        return Statement(Call(self.stack_type, (Name("app"), Text(self.stack.name)), options, new=True))

    def settings(self, command: str) -> Json:
        """The settings of the CDK's command line, which runs the app by `command`."""
        return {"app": command, "context": {"region": self.stack.deployment.region}}

    def names(self) -> set[str]:
        """The modules and classes that the constructors and the types of properties name."""
        steps = (step for paragraph in (*self.construct, *self.around) for step in paragraph)
        types = (prop.type.split(".")[0] for prop in self.props.all)
        return {"Stack", *types, *(name for step in steps for name in names_in(step))}


def type_name(stack: TemplateStack) -> str:
    """Return the name of the stack's class."""
    return f"{logical_id(stack.name)}Stack"


def _start(paragraphs: list[list[Step]]) -> Iterator[list[Step]]:
    """Yield the variables that any of `paragraphs` needs of the stack around the construct."""
    used = {name for paragraph in paragraphs for step in paragraph for name in names_in(step)}
    if "stack" in used:
        yield [Statement(Call("Stack.of", (THIS,)), "stack")]


def _without_unused(paragraphs: list[list[Step]]) -> list[list[Step]]:
    """The paragraphs without variables that only a definition in a file needs."""
    used = {name for paragraph in paragraphs for step in paragraph for name in names_in(step)}
    kept = (
        [step for step in paragraph if not isinstance(step, Statement) or _is_needed(step, used)]
        for paragraph in paragraphs
    )
    return list(filter(None, kept))


def _is_needed(statement: Statement, used: Set[str]) -> bool:
    variable, value = statement.variable, statement.value
    makes = isinstance(value, Call) and value.new
    return not variable or "." in variable or makes or variable in used


def _construct(
    stack: TemplateStack, props: Props, values: Values, inputs: Inputs | None
) -> Iterator[list[Step]]:
    """The statements of the construct, in paragraphs."""
    yield [_default(prop) for prop in props.all if not prop.is_required]
    yield list(values.definitions())
    own_name: Json = {"Ref": OWN_NAME}
    values.know(own_name, Name("name"))
    told = list(include(stack, values, MACHINE))
    if stack.is_logged or stack.names_itself or told:
        yield [Statement(_name(), "name"), *_log_group(stack)]
    if inputs:
        yield [inputs.instance()]
    yield [Statement(_machine(stack, props, values, inputs), MACHINE, unknown_permissions(stack))]
    yield [
        Statement(Call("Tags.of", (Name(MACHINE),), then=Call("add", (Text(key), Text(value)))))
        for key, value in stack.deployment.tags.items()
    ]
    yield list(published(stack, MACHINE))
    references = {**stack.references, OWN_NAME: own_name}
    yield from grants(granted(stack), props, values, references, MACHINE)
    yield told


def _around(stack: TemplateStack, props: Props) -> Iterator[list[Step]]:
    """The statements of the stack; it asks on deployment for what it is not given and no setting has."""
    asked = [prop for prop in props.all if prop.is_required]
    yield [_asked(prop) for prop in asked]
    given = tuple((prop.name, Name(prop.name)) for prop in asked)
    passed = tuple(prop.name for prop in props.all if not prop.is_required)
    arguments = (THIS, Text("Default"))
    workflow = Call(f"{logical_id(stack.name)}Workflow", arguments, given, new=True, passed=passed)
    comment = "This id is left out of the ids of the resources."
    yield [Statement(workflow, WORKFLOW, comment)]


def _default(prop: Prop) -> Step:
    """The property, or else the one of the deployment settings."""
    if prop.kind:
        return Default(prop.name, prop.kind.imported(prop.attribute, STACK, prop.id, prop.default_value))
    return Default(prop.name, prop.default_value)


def _asked(prop: Prop) -> Step:
    """The property, or else a parameter of the stack."""
    options: list[tuple[str, Expression]] = []
    if prop.asked and prop.asked.first.type != "String":
        options.append(("type", Text(prop.asked.first.type)))
    if prop.asked and prop.asked.default is not None:
        options.append(("default", literal(prop.asked.default)))
    if prop.asked and prop.asked.first.allowed:
        options.append(("allowedValues", literal(list(prop.asked.first.allowed))))
    then = Name("valueAsNumber" if prop.is_number else "valueAsString")
    value = Call("CfnParameter", (THIS, Text(prop.id)), tuple(options), new=True, then=then)
    if not prop.kind:
        return Default(prop.name, value)
    again = Call("Fn.ref", (Text(prop.id),))
    return Default(prop.name, prop.kind.imported(prop.attribute, THIS, f"Given{prop.id}", value, again))


def _define(stack: TemplateStack, props: Props, values: Values) -> None:
    """Name each value of a placeholder: a property of the construct, or a function of CloudFormation."""
    of_placeholders = [given.prop for given in props.given.values()]
    for prop in props.all:
        if prop not in of_placeholders and prop.kind not in (ROLE, KEY):
            values.know({"Ref": prop.id}, prop.reached(""))
    for placeholder, target in stack.substitutions.targets.items():
        value, given = reference(target), props.given.get(placeholder)
        if given and given.prop.is_number:
            values.define(value, f"{given.prop.name}Text", Call("stack.toJsonString", (given.value,)))
        elif given:
            values.know(value, given.value)
        elif not isinstance(value, str):
            values.define(value, placeholder, _cloudformation(value))


def _cloudformation(value: Json) -> Expression:
    match value:
        case {"Fn::ImportValue": str(name)}:
            return Call("Fn.importValue", (Text(name),))
    return Call("Token.asString", (literal(value),))


def _name() -> Expression:
    """The name of the machine: that of a stack of its own, or else one that nothing else in the stack has."""
    options: tuple[tuple[str, Expression], ...] = (
        ("maxLength", Plain(_LONGEST_NAME)),
        ("separator", Text("-")),
        ("allowedSpecialCharacters", Text("-")),
    )
    return Call("Names.uniqueResourceName", (THIS,), options)


def _log_group(stack: TemplateStack) -> Iterator[Step]:
    """The group that the machine logs to; under this prefix AWS lets many machines log."""
    if not stack.is_logged:
        return
    options: tuple[tuple[str, Expression], ...] = (
        ("logGroupName", Template((Text(LOG_GROUPS), Name("name")))),
        ("retention", Name("logs.RetentionDays.ONE_MONTH")),
        ("removalPolicy", Name("RemovalPolicy.DESTROY")),
    )
    yield Statement(Call("logs.LogGroup", (THIS, Text(stack.ids.log_group)), options, new=True), "logGroup")


def _machine(stack: TemplateStack, props: Props, values: Values, inputs: Inputs | None) -> Expression:
    options: list[tuple[str, Expression]] = [("stateMachineName", Name("name"))] * stack.names_itself
    options.append(("stateMachineType", Name(_TYPES[stack.workflow.design.type])))
    options += [("definitionBody", Name("definition.body"))] if inputs else _from_file(stack, values)
    settings = {prop.kind: Name(prop.path) for prop in props.all}
    if ROLE in settings:
        options.append(("role", settings[ROLE]))
    if KEY in settings:
        encryption = Call("sfn.CustomerManagedEncryptionConfiguration", (settings[KEY],), new=True)
        options.append(("encryptionConfiguration", encryption))
    if stack.deployment.tracing:
        options.append(("tracingEnabled", Plain(True)))
    if stack.is_logged:
        options.append(("logs", _logging(stack)))
    return Call("sfn.StateMachine", (THIS, Text(stack.ids.machine)), tuple(options), new=True)


def _from_file(stack: TemplateStack, values: Values) -> Iterator[tuple[str, Expression]]:
    """Yield the definition in its file, and the values of its placeholders."""
    yield "definitionBody", Call("sfn.DefinitionBody.fromFile", (FileBeside(stack.definition_file),))
    substituted = {name: values.of(value) for name, value in stack.definition_substitutions().items()}
    if substituted:
        yield "definitionSubstitutions", Entries(tuple(substituted.items()))


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
