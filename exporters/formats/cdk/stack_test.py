"""The tests beside an exported app: its stack in any account and region, and its workflow with constructs."""

from __future__ import annotations

from collections.abc import Iterator

from exporters.formats.cdk.code import Call, Entries, Expression, Name, Options, Plain, Statement, Step, Text
from exporters.formats.cdk.constructor import Program
from exporters.formats.cdk.kinds import BUCKET, BUS, FUNCTION, MACHINE, QUEUE, TABLE, TOPIC
from exporters.formats.cdk.props import Prop
from exporters.names import kebab

STACK = Name("stack")
_MACHINE = Name("MACHINE")
_NEW = {TOPIC: "sns.Topic", QUEUE: "sqs.Queue", BUCKET: "s3.Bucket", BUS: "events.EventBus"}
_NAMED = {FUNCTION: "lambda.Function.fromFunctionName", MACHINE: "sfn.StateMachine.fromStateMachineName"}
_KEY = Options("dynamodb.Attribute", (("name", Text("id")), ("type", Name("dynamodb.AttributeType.STRING"))))


def in_an_environment(program: Program) -> list[Step]:
    """The statements that make the stack in the environment `env`, and find the state machine in it."""
    stack = Call(program.stack_type, (_app(), Text(program.stack.name)), (("env", Name("env")),), new=True)
    return [
        Statement(stack, STACK.path),
        _has(Entries((("StateMachineType", Text(program.stack.workflow.design.type)),))),
    ]


def with_constructs(program: Program) -> list[Step]:
    """The statements that make the workflow from constructs beside it, and find their values in it."""
    needed = [prop for prop in program.props.all if prop.is_required]
    given = tuple((prop.name, Name(prop.name)) for prop in needed)
    workflow = Call(program.workflow_type, (STACK, Text("Workflow")), given, new=True)
    found = tuple(_substituted(program))
    properties = (("DefinitionSubstitutions", Entries(found)),) if found else ()
    return [
        Statement(Call("Stack", (_app(), Text("Shop")), new=True), STACK.path),
        *(Statement(_made(prop), prop.name) for prop in needed),
        Statement(workflow),
        _has(Entries(properties)),
    ]


def _app() -> Expression:
    return Call("App", new=True)


def _has(properties: Expression) -> Step:
    """The check that the template has a state machine with these properties."""
    checked = Call("hasResourceProperties", (_MACHINE, properties))
    return Statement(Call("Template.fromStack", (STACK,), then=checked))


def _made(prop: Prop) -> Expression:
    """A construct for a property, or a text or number."""
    if prop.kind is None:
        return Plain(1) if prop.is_number else Text(kebab(prop.id))
    if prop.kind is TABLE:
        return Call("dynamodb.Table", (STACK, Text(prop.id)), (("partitionKey", _KEY),), new=True)
    if prop.kind in _NEW:
        return Call(_NEW[prop.kind], (STACK, Text(prop.id)), new=True)
    return Call(_NAMED[prop.kind], (STACK, Text(prop.id), Text(kebab(prop.id))))


def _substituted(program: Program) -> Iterator[tuple[str, Expression]]:
    """Yield the value of each placeholder that the workflow is given, by its key."""
    if program.inputs:
        return
    keys = program.stack.definition_substitutions()
    for key, placeholder in zip(keys, program.stack.substitutions.targets, strict=True):
        given = program.props.given.get(placeholder)
        if given and given.prop.is_required and given.prop.kind:
            yield key, Call("stack.resolve", (Name(given.value.path.removeprefix("props.")),))
