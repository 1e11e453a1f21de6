"""Runs the states of one scope: the machine, a branch, or an iteration."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from typing import Any

from player.core.failure import QUERY_EVALUATION, RUNTIME, Failure, runtime
from player.core.history import Event
from player.core.retries import Retries, catcher
from player.core.scheduler import Interrupted, Until
from player.states import kinds
from player.states.kind import StateKind, Step
from player.visits import data_flow
from player.visits.frame import Frame, Visit
from schemas.core.coerce import mapping
from schemas.core.paths import Json


def run_scope(frame: Frame, scope: Json, input: Json) -> Generator[Any, Any, Json]:
    """Yield the events of a scope that is started with `input`, and return its output. Raises `Failure`."""
    fields = mapping(scope)
    states = mapping(fields.get("States"))
    name = fields.get("StartAt")
    while isinstance(name, str):
        state = mapping(states.get(name))
        kind = kinds().get(str(state.get("Type")))
        if kind is None:
            raise runtime(f"The state '{name}' is missing, or of no known type")
        frame.run.visited.append(name)
        retries = Retries(state.get("Retry"), frame.run.random)
        visit = Visit(frame, name, state, input, _language(state, frame), retries)
        found = yield from _visit(visit, kind)
        if found.next is not None:
            frame.run.taken.setdefault((name, *found.edge), frame.run.history.position)
        if found.variables:
            frame.variables = {**frame.variables, **found.variables}
        name, input = found.next, found.output
    return input


def _language(state: Mapping[str, Json], frame: Frame) -> str:
    language = state.get("QueryLanguage")
    return language if isinstance(language, str) else frame.language


def _visit(visit: Visit, kind: StateKind) -> Generator[Any, Any, Step]:
    """The events of one visit of a state, with its retries, and the step that it ends with."""
    frame = visit.frame
    run, track = frame.run, frame.track
    before = track.previous
    yield _entered(visit, kind)
    delay: float | None = None
    while True:
        try:
            if delay is not None:
                yield Until(run.scheduler.now + delay)
            found: Step = yield from kind.attempt(visit)
            break
        except Interrupted:
            delay = None
            continue
        except Failure as failure:
            visit.located(failure)
            if failure.location is not None:
                yield _evaluation_failed(visit, failure, before)
                failure.location = None
            delay = visit.retries.delay(failure)
            if delay is not None:
                continue
            failure.origin = failure.origin or len(run.history.events)
            if run.is_redriven():
                yield from run.redrive()
                visit.retries.begin_again()
                continue
            found = yield from _handled(visit, kind, failure)
            break
    track.running = ""
    if kind.has_exit:
        yield _exited(visit, kind, found)
    return found


def _handled(visit: Visit, kind: StateKind, failure: Failure) -> Generator[Any, Any, Step]:
    """The step to the catcher's state. Raises the failure if no catcher handles it."""
    if kind.fails_as and failure.error != RUNTIME:
        yield visit.frame.run.history.add(visit.frame.track, kind.fails_as)
    found = catcher(visit.state.get("Catch"), failure)
    if found is None:
        raise failure
    index, handler = found
    output, variables = data_flow.caught(visit, index, handler, failure)
    return Step(str(handler.get("Next")), output, variables, ("catch", index))


def _entered(visit: Visit, kind: StateKind) -> Event:
    history, track = visit.frame.run.history, visit.frame.track
    event = history.add(
        track,
        f"{kind.name}StateEntered",
        "stateEnteredEventDetails",
        name=visit.name,
        input=history.text(visit.input),
        inputDetails={"truncated": False},
    )
    visit.entered, visit.entered_at = event["id"], visit.frame.run.scheduler.now
    track.running = kind.name
    return event


def _exited(visit: Visit, kind: StateKind, found: Step) -> Event:
    history = visit.frame.run.history
    assigned: dict[str, Json] = {}
    if found.variables:
        variables: Json = {name: history.text(value) for name, value in sorted(found.variables.items())}
        assigned = {"assignedVariables": variables, "assignedVariablesDetails": {"truncated": False}}
    return history.add(
        visit.frame.track,
        f"{kind.name}StateExited",
        "stateExitedEventDetails",
        name=visit.name,
        output=history.text(found.output),
        outputDetails={"truncated": False},
        **assigned,
    )


def _evaluation_failed(visit: Visit, failure: Failure, before: int) -> Event:
    history, track = visit.frame.run.history, visit.frame.track
    track.previous = before
    return history.add(
        track,
        "EvaluationFailed",
        "evaluationFailedEventDetails",
        error=QUERY_EVALUATION,
        cause=failure.cause,
        location=failure.location,
        state=visit.name,
    )
