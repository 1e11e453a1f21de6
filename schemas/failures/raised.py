"""The errors that a state can raise by itself, and those that somebody has named for it.

Source: the developer guide of Step Functions, "Handling errors in Step Functions workflows".
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.errors import handlers
from schemas.asl.map_processor import is_distributed, processor_of
from schemas.asl.services import error_names
from schemas.asl.services.arguments import integration_of, resource_of
from schemas.asl.services.calls import waits_for_answer
from schemas.asl.walk import State, values
from schemas.core.coerce import text
from schemas.core.paths import Json
from schemas.failures.handling import RUNTIME
from schemas.sidecar.operations import Operations

UNNAMED = ""
"""The error of a Fail that names none, or computes it."""

_GROUPS = frozenset({"States.ALL"})
_LAST = ("States.TaskFailed",)
_WRITTEN_BY_CODE = frozenset({"lambda", "http", "apigateway", "states", "ecs", "batch"})


def raised(state: State, card: Operations) -> tuple[str, ...]:
    """The names of the errors of a state, without those that come out of states inside it.

    The first are those of its own work, then the service's, then those that its handlers and its card name.
    States.TaskFailed stands for every error that has no name here.
    """
    found = dict.fromkeys(_own(state))
    found.update(dict.fromkeys(_named(state)))
    found.update(dict.fromkeys(name for failure in card.failures for name in failure.errors))
    inner = _named_outside(state) if _runs_code(state) else ()
    found.update(dict.fromkeys(inner))
    ordered = [name for name in found if name not in _GROUPS and name not in _LAST]
    return (*ordered, *(name for name in _LAST if name in found))


def _own(state: State) -> Iterator[str]:
    match state.type:
        case "Fail":
            error = state.fields.get("Error")
            yield UNNAMED if _is_computed(error) else text(error)
        case "Choice" if "Default" not in state.fields:
            yield "States.NoChoiceMatched"
        case "Task":
            yield from _of_task(state)
        case "Parallel":
            yield "States.BranchFailed"
        case "Map":
            yield from _of_map(state)
    if state.type in ("Task", "Parallel", "Map"):
        yield "States.DataLimitExceeded"
    yield from _of_expressions(state)


def _of_task(state: State) -> Iterator[str]:
    if not state.fields.keys().isdisjoint(("TimeoutSeconds", "TimeoutSecondsPath")):
        yield "States.Timeout"
    if not state.fields.keys().isdisjoint(("HeartbeatSeconds", "HeartbeatSecondsPath")):
        yield "States.HeartbeatTimeout"
    checks = any("ConditionExpression" in path for path, _ in values(state.fields, ()))
    for name in error_names("", resource_of(state)):
        unconditional = name.endswith(".ConditionalCheckFailedException") and not checks
        if name not in ("States.ALL", "States.Timeout") and not unconditional:
            yield name
    if integration_of(state):
        yield "States.Permissions"


def _of_map(state: State) -> Iterator[str]:
    tolerates = any(field.startswith("ToleratedFailure") for field in state.fields)
    if tolerates or is_distributed(processor_of(state.fields)):
        yield "States.ExceedToleratedFailureThreshold"
    if "ItemReader" in state.fields:
        yield "States.ItemReaderFailed"
    if "ResultWriter" in state.fields:
        yield "States.ResultWriterFailed"


def _of_expressions(state: State) -> Iterator[str]:
    """The errors of JSONata expressions, or of paths and intrinsic functions."""
    texts = list(_texts(state))
    if state.language == "JSONata":
        if any(value.lstrip().startswith("{%") for _, value in texts):
            yield "States.QueryEvaluationError"
        return
    if any(key.endswith(".$") and value.startswith("$.") for key, value in texts):
        yield "States.ParameterPathFailure"
    if any(key.endswith(".$") and value.startswith("States.") for key, value in texts):
        yield "States.IntrinsicFailure"
    if state.type in ("Task", "Parallel", "Map", "Pass") and _place(state).startswith("$."):
        yield "States.ResultPathMatchFailure"
    if any(_reads(key, value) for key, value in texts):
        yield RUNTIME


def _texts(state: State) -> Iterator[tuple[str, str]]:
    """The texts of the state's own fields, each with its key."""
    own = {
        key: value
        for key, value in state.fields.items()
        if key not in ("Branches", "ItemProcessor", "Iterator", "Comment", "Catch", "Retry")
    }
    for path, value in values(own, ()):
        if isinstance(value, str):
            yield str(next((part for part in reversed(path) if isinstance(part, str)), "")), value


def _reads(key: str, value: str) -> bool:
    """True for a path outside of the arguments that the run fails at if nothing is there."""
    paths = ("InputPath", "OutputPath", "ItemsPath", "Variable", "SecondsPath", "TimestampPath")
    return value.startswith("$.") and key in paths


def _place(state: State) -> str:
    return text(state.fields.get("ResultPath"), "$")


def _named(state: State) -> Iterator[str]:
    for handler in handlers(state):
        yield from (name for _, name in handler.names)


def _named_outside(state: State) -> Iterator[str]:
    """The errors of its own code that handlers of the containers around the state name."""
    owner = state.scope.owner
    while owner is not None:
        yield from (name for name in _named(owner) if not name.startswith("States.") and "." not in name)
        owner = owner.scope.owner


def _runs_code(state: State) -> bool:
    """True if a person or a program of ours answers the Task, and may raise any error."""
    if state.type != "Task":
        return False
    call = integration_of(state)
    return call is None or waits_for_answer(state) or call.service in _WRITTEN_BY_CODE


def _is_computed(value: Json) -> bool:
    return not isinstance(value, str) or value.startswith("{%")
