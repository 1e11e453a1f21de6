"""A test of one state: run once, with its call mocked, and looked into."""

from __future__ import annotations

import math
from collections.abc import Generator, Mapping
from dataclasses import dataclass
from datetime import datetime
from random import Random
from typing import Any

from player.core.context import Identity
from player.core.failure import Failure
from player.core.history import History, Track, timestamp
from player.core.retries import Retries, catcher
from player.core.scheduler import Scheduler
from player.core.written import written
from player.mocks import Answer, Mocks, TaskCall
from player.mocks.defaults import default_answer
from player.scope import run_scope
from player.state_tests.map_mock import NUMBERS, look_into_map
from player.state_tests.mock_validation import check
from player.state_tests.request import UNNAMED, Request, read_request
from player.states import kinds
from player.states.kind import Step, step
from player.visits import data_flow
from player.visits.frame import Frame, Run, Visit
from schemas.asl.services.integration import WAIT
from schemas.core.coerce import text
from schemas.core.paths import Json

_PASSED_ON = ("Choice", "Fail", "Succeed", "Wait")
"""State types whose inspection has the input after InputPath although they only hand it on."""


def run_state_test(
    definition: Json, parameters: Mapping[str, Json], *, start: str = "2026-01-01T00:00:00.000Z"
) -> dict[str, Json]:
    """Test a state as TestState does, and return its response: `output` and inspected data as JSON texts.

    `parameters` are those of the API (`read_request`). A Task without a mock gets an answer by default. Time
    is virtual, from `start`. Raises `RequestRefused`.
    """
    request = read_request(definition, parameters)
    check(request)
    visit = _visit(request, datetime.fromisoformat(start).timestamp())
    return _response(visit, request)


@dataclass(slots=True)
class _TestedVisit(Visit):
    """A visit whose context object may be given as a whole, and has a token only if the state waits."""

    given: dict[str, Json] | None = None

    def context(self) -> dict[str, Json]:
        """The context object."""
        if self.given is not None:
            return self.given
        found = Visit.context(self)
        if not text(self.state.get("Resource")).endswith(WAIT):
            found.pop("Task", None)
        return found


@dataclass(frozen=True, slots=True)
class _Mocked:
    """Answers the call of the tested state."""

    request: Request

    def answer(self, call: TaskCall) -> Answer:
        """The mock; an example of the service's response without one."""
        mock = self.request.mock
        if self.request.items is not None:
            return Answer(self.request.items)
        if mock is None:
            return default_answer(call)
        if mock.error is None:
            return Answer(mock.result)
        return _failed(mock.error)


def _failed(error: Mapping[str, Json]) -> Answer:
    return Answer(error=text(error.get("error")) or None, cause=text(error.get("cause")) or None, failed=True)


def _visit(request: Request, began: float) -> Visit:
    scheduler = Scheduler(began)
    context = Identity().express_context(request.input, timestamp(began))
    random = Random(0)  # noqa: S311
    mocks: Mocks = _Mocked(request)
    run = Run(scheduler, History(lambda: scheduler.now), mocks, random, 0, context, run_scope)
    state = request.state
    retries = Retries(state.fields.get("Retry"), random)
    retries.begin_again(request.retries)
    frame = Frame(run, Track(), state.language, request.variables)
    name = state.name or UNNAMED
    return _TestedVisit(
        frame,
        name,
        state.fields,
        request.input,
        state.language,
        retries,
        entered_at=began,
        given=request.context,
    )


def _response(visit: Visit, request: Request) -> dict[str, Json]:
    found: dict[str, Json] = {}
    details: dict[str, Json] = {}
    try:
        end = _run(visit, request)
        found.update(_succeeded(end), status="SUCCEEDED")
    except Failure as failure:
        try:
            found.update(_handled(visit, failure, details))
        except Failure as second:
            found.update(second.details, status="FAILED")
    if request.level == "INFO":
        return found
    return {**found, "inspectionData": _inspection(visit, request, details)}


def _run(visit: Visit, request: Request) -> Step:
    """Run the state to its end. Raises `Failure`."""
    scheduler = visit.frame.run.scheduler
    thread = scheduler.spawn(_attempt(visit, request))
    for _ in scheduler.run(math.inf):
        pass
    found: Step = thread.value
    return found


def _attempt(visit: Visit, request: Request) -> Generator[Any, Any, Step]:
    kind = kinds()[str(visit.state.get("Type"))]
    if kind.name in _PASSED_ON:
        data_flow.effective_input(visit)
    if kind.name not in ("Map", "Parallel") or request.mock is None:
        return (yield from kind.attempt(visit))
    if kind.name == "Map":
        look_into_map(visit, request)
    else:
        data_flow.arguments(visit)
    if request.mock.error is not None:
        answer = _failed(request.mock.error)
        raise Failure(answer.error, answer.cause)
    return step(visit, *data_flow.output(visit, request.mock.result))


def _succeeded(end: Step) -> dict[str, Json]:
    found: dict[str, Json] = {"output": written(end.output)}
    return found if end.next is None else {**found, "nextState": end.next}


def _handled(visit: Visit, failure: Failure, details: dict[str, Json]) -> dict[str, Json]:
    """The end of a state that has failed: to be retried, caught, or failed. Raises `Failure`."""
    retrier = visit.retries.retrier(failure)
    if retrier is not None:
        details["retryIndex"] = retrier
        delay = visit.retries.delay(failure)
        if delay is not None:
            details["retryBackoffIntervalSeconds"] = int(delay)
            return {**failure.details, "status": "RETRIABLE"}
    found = catcher(visit.state.get("Catch"), failure)
    if found is None:
        return {**failure.details, "status": "FAILED"}
    index, handler = found
    details["catchIndex"] = index
    output, _ = data_flow.caught(visit, index, handler, failure)
    next = {"nextState": handler.get("Next")}
    return {**failure.details, "output": written(output), **next, "status": "CAUGHT_ERROR"}


def _inspection(visit: Visit, request: Request, details: dict[str, Json]) -> dict[str, Json]:
    found: dict[str, Json] = {
        name: value if name in NUMBERS else written(value)
        for name, value in {"input": request.input, **visit.inspection}.items()
    }
    return {**found, "errorDetails": details} if details else found
