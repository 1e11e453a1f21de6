"""A Task as the construct of its service, with the options that all tasks share."""

from __future__ import annotations

from functools import cache

from exporters.formats.cdk.code import Plain
from exporters.formats.cdk.constructs import tasks as package
from exporters.formats.cdk.constructs.call import STARTS, Called, TaskKind
from exporters.formats.cdk.constructs.fields import Fields, Options
from exporters.formats.cdk.constructs.resources import Resources
from exporters.formats.cdk.constructs.shapes import outcome, paths, selected
from exporters.formats.cdk.constructs.unfit import Unfit
from exporters.formats.cdk.kinds import FUNCTION
from schemas.asl.services.arguments import arguments_field, integration_of
from schemas.asl.services.integration import SDK
from schemas.asl.walk import State
from schemas.core.registry import modules


def task(state: State, fields: Fields, resources: Resources) -> tuple[str, Options]:
    """The class and the options of the construct for a Task. Raises `Unfit` if there is none."""
    name, given = arguments_field(state)
    fields.drop("Resource", name)
    construct, own = _own(state, given, fields, resources)
    return construct, (
        *paths(fields),
        *own,
        *selected(fields),
        *outcome(fields),
        *fields.timeout("TimeoutSeconds", "taskTimeout"),
        *fields.timeout("HeartbeatSeconds", "heartbeatTimeout"),
    )


def _own(state: State, given: object, fields: Fields, resources: Resources) -> tuple[str, Options]:
    call = integration_of(state)
    if call is None:
        return _function(state, given is not None, fields, resources)
    kind = _kinds().get(SDK if call.service.startswith(SDK) else f"{call.service}:{call.action}")
    if kind is None or call.start not in STARTS:
        raise Unfit
    _, arguments = arguments_field(state)
    called = Called(
        call.service, call.action, call.pattern, arguments, Fields(arguments, fields.values), resources
    )
    own = kind.options(called)
    called.arguments.end()
    return kind.construct, own


def _function(state: State, has_arguments: bool, fields: Fields, resources: Resources) -> tuple[str, Options]:
    """A function that is the Resource itself: its result is the payload alone."""
    function = resources.of(FUNCTION, "Arn", state.fields.get("Resource"))
    _, given = arguments_field(state)
    payload = Fields({"Payload": given} if has_arguments else {}, fields.values).input("Payload", "payload")
    return "tasks.LambdaInvoke", (
        ("lambdaFunction", function),
        ("payloadResponseOnly", Plain(True)),
        *payload,
        ("retryOnServiceExceptions", Plain(False)),
    )


@cache
def _kinds() -> dict[str, TaskKind]:
    found: list[TaskKind] = [kind for module in modules(package) for kind in module.KINDS]
    return {call: kind for kind in found for call in kind.calls}
