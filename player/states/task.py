"""Task: calls a service, a function or an activity, and takes its answer from the mocks."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import Any

from player.core.context import REGION
from player.core.failure import HEARTBEAT, TIMEOUT, Failure
from player.core.history import Event
from player.core.scheduler import Answered, Until
from player.mocks import Answer, TaskCall
from player.states.kind import StateKind, Steps, step
from player.visits import data_flow
from player.visits.frame import Call, Visit
from player.visits.nested import child_answer
from schemas.core.paths import Json

_NOT_CUT: Json = {"truncated": False}


def attempt(visit: Visit) -> Steps:
    """Schedule the call, wait for its answer, and hand its result on."""
    run = visit.frame.run
    call = _call(visit)
    if call.is_service:
        visit.token = f"{visit.name}-{run.history.mark}"
    input = data_flow.effective_input(visit)
    timeout = data_flow.number(visit, "TimeoutSeconds", input)
    heartbeat = data_flow.number(visit, "HeartbeatSeconds", input)
    sent = data_flow.arguments(visit)
    if visit.language == "JSONata":
        visit.inspection["afterArguments"] = sent
    yield call.scheduled(sent, timeout, heartbeat)
    yield Until(run.scheduler.now)
    yield call.event("Started")
    answer = run.mocks.answer(
        TaskCall(visit.name, visit.input, call.resource, sent, visit.retries.count, visit.token)
    )
    if answer.child is not None and run.start_child is not None:
        answer = child_answer(run.start_child, answer.child, call.resource, sent, run.scheduler.now)
    number = run.called(visit.name, answer)
    if answer.submitted is not None and call.is_service:
        yield call.event("Submitted", output=run.history.text(answer.submitted), outputDetails=_NOT_CUT)
    limits = [limit for limit in (timeout, heartbeat) if limit is not None]
    answer = yield from _answered(visit, answer, min(limits, default=None))
    run.calls[number] = Call(visit.name, answer)
    if answer.failed:
        is_beat = answer.error == TIMEOUT and heartbeat is not None and heartbeat == min(limits)
        failure = Failure(answer.error, answer.cause, alias=HEARTBEAT if is_beat else None)
        what = "TimedOut" if failure.error == TIMEOUT else "Failed"
        yield call.event(what, **failure.details)
        raise failure
    text = run.history.text(answer.result)
    if len(text.encode()) > data_flow.MOST_BYTES:
        raise data_flow.too_large(visit)
    visit.inspection["result"] = answer.result
    yield call.event("Succeeded", output=text, outputDetails=_NOT_CUT)
    return step(visit, *data_flow.output(visit, answer.result))


def _answered(visit: Visit, answer: Answer, limit: float | None) -> Generator[Any, Any, Answer]:
    """Let the time of the call pass, at most `limit` seconds, and return the answer that comes by then."""
    run = visit.frame.run
    now = run.scheduler.now
    if answer.is_open:
        given: Answer | None = yield Answered(visit.token, None if limit is None else now + limit)
        return given or Answer(error=TIMEOUT, failed=True)
    if limit is not None and answer.delay > limit:
        yield Until(now + limit)
        return Answer(error=TIMEOUT, failed=True)
    yield Until(now + answer.delay)
    return answer


@dataclass(frozen=True, slots=True)
class _Call:
    """A call with its events: their types begin with `prefix`, their details' names with `details`."""

    visit: Visit
    resource: str
    prefix: str
    details: str

    @property
    def is_service(self) -> bool:
        """True for an integration, whose events name the service and the action."""
        return self.prefix == "Task"

    @property
    def names(self) -> dict[str, Json]:
        """The service, such as "aws-sdk:dynamodb", and the action, such as "startExecution.sync:2"."""
        called = self.resource.split(":", 5)[-1].replace(".sync:2", ".sync#2")
        service, _, action = called.rpartition(":")
        return {"resourceType": service, "resource": action.replace("#", ":")}

    def event(self, what: str, **fields: Json) -> Event:
        """Add the next event of the call."""
        history = self.visit.frame.run.history
        names = self.names if self.is_service else {}
        details = f"{self.details}{what}EventDetails" if names or fields else ""
        return history.add(self.visit.frame.track, f"{self.prefix}{what}", details, **names, **fields)

    def scheduled(self, sent: Json, timeout: float | None, heartbeat: float | None) -> Event:
        """Add the first event of the call, with the limits in seconds."""
        limits = {"timeoutInSeconds": timeout, "heartbeatInSeconds": heartbeat}
        given: dict[str, Json] = {name: int(limit) for name, limit in limits.items() if limit is not None}
        text = self.visit.frame.run.history.text(sent)
        if self.is_service:
            return self.event("Scheduled", region=REGION, parameters=text, **given)
        return self.event("Scheduled", resource=self.resource, input=text, inputDetails=_NOT_CUT, **given)


def _call(visit: Visit) -> _Call:
    resource = str(visit.state.get("Resource"))
    parts = resource.split(":")
    if len(parts) > 2 and parts[2] == "lambda":
        return _Call(visit, resource, "LambdaFunction", "lambdaFunction")
    if "activity" in parts:
        return _Call(visit, resource, "Activity", "activity")
    return _Call(visit, resource, "Task", "task")


KIND = StateKind("Task", attempt)
