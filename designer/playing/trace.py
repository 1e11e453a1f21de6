"""The visits of states that the events of an execution tell: of one that was played, or of a recorded one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from designer.playing.visit import Attempt, Failing, Status, Visit
from player.core.history import Event

ENDS = {
    "ExecutionSucceeded": "SUCCEEDED",
    "ExecutionFailed": "FAILED",
    "ExecutionTimedOut": "TIMED_OUT",
    "ExecutionAborted": "ABORTED",
}
_CALLS = ("LambdaFunction", "Activity", "Task")
_UNSUCCESSFUL = ("Failed", "TimedOut")
_CONTAINERS = ("Parallel", "Map")


class Trace:
    """Reads events in their order; more may follow at any time."""

    def __init__(self) -> None:
        self.visits: list[Visit] = []
        self.stops: list[int] = []
        """The positions at which a person can follow: a state is entered, a call fails, the end."""
        self.ends: list[int] = []
        self.redrives: list[int] = []
        self.count = 0
        self._owner: dict[int, int] = {}
        self._iterations: dict[int, int] = {}
        self._types: dict[int, str] = {}
        self._open: dict[str, list[int]] = {}

    def read(self, events: Sequence[Event]) -> Trace:
        """Read those of `events` that have come since the last time."""
        for event in events[self.count :]:
            self.count += 1
            self._read(event)
        return self

    def is_stop(self, position: int) -> bool:
        """True if a person can follow the event at a position."""
        index = bisect_left(self.stops, position)
        return index < len(self.stops) and self.stops[index] == position

    def depth(self, visit: Visit) -> int:
        """The number of visits around one."""
        return sum(1 for _ in self._around(visit))

    def owner_at(self, position: int, events: Sequence[Event]) -> Visit | None:
        """The visit that the event at a position belongs to."""
        index = self._owner.get(_id(events[position - 1])) if position else None
        return None if index is None else self.visits[index]

    def ended_by(self, position: int) -> int:
        """The position of the end of the execution, if it has ended by then and was not redriven; else 0."""
        last = max((end for end in self.ends if end <= position), default=0)
        return 0 if any(last < redrive <= position for redrive in self.redrives) else last

    def status(self, visit: Visit, position: int) -> Status:
        """The state of a visit after the event at `position`."""
        failed = max((each.at for each in visit.failures if each.at <= position), default=0)
        called = max((at for at in visit.begun if at <= position), default=0)
        if visit.exited and visit.exited <= position:
            return "caught" if failed > called else "succeeded"
        if self.ended_by(position) or self._is_abandoned(visit, position):
            return "failed" if failed or visit.kind == "Fail" else "stopped"
        if failed > called:
            return "retrying"
        if visit.kind == "Wait":
            return "waiting"
        last = visit.attempts[-1] if visit.attempts else None
        is_open = last is not None and last.scheduled <= position and not 0 < last.ended <= position
        return "asked" if last is not None and is_open and last.is_asked else "running"

    def failed_visit(self, position: int) -> Visit | None:
        """The innermost visit in which the failure arose that has ended the execution by then."""
        if not self.ended_by(position):
            return None
        left = [visit for visit in self.visits if visit.entered <= position and not visit.exited]
        found = [visit for visit in left if self.status(visit, position) == "failed"]
        last = [visit for visit in found if not any(each.exited for each in self._around(visit))]
        return max(last, key=lambda visit: (self.depth(visit), visit.entered), default=None)

    def _around(self, visit: Visit) -> Iterator[Visit]:
        while visit.parent is not None:
            visit = self.visits[visit.parent]
            yield visit

    def _is_abandoned(self, visit: Visit, position: int) -> bool:
        """True if a state around the visit has failed or ended since it was entered."""
        return any(
            0 < outer.exited <= position
            or any(visit.entered < each.at <= position for each in outer.failures)
            or any(visit.entered < at <= position for at in outer.begun)
            for outer in self._around(visit)
        )

    def _read(self, event: Event) -> None:
        type, id = str(event.get("type")), _id(event)
        before = event.get("previousEventId")
        previous = before if isinstance(before, int) else 0
        details = _details(event)
        owner = self._owner.get(previous)
        self._types[id] = type
        if type.endswith("StateEntered"):
            owner = self._enter(type.removesuffix("StateEntered"), event, details, previous)
        elif type.endswith("StateExited"):
            owner = self._exit(owner, event, details)
        elif type == "EvaluationFailed":
            owner = self._last_open(str(details.get("state")))
            self._fail(owner, details)
        elif type.startswith("MapIteration"):
            owner = self._iterate(type, id, owner, details)
        elif type.startswith("Execution"):
            self._execution(type, details)
        else:
            owner = self._work(type, owner, details, self._types.get(previous, ""))
        if owner is not None:
            self._owner[id] = owner

    def _enter(self, kind: str, event: Event, details: dict[str, object], previous: int) -> int:
        at = self._owner.get(previous)
        before = None if at is None else self.visits[at]
        follows = before is not None and not self._types[previous].endswith("Started")
        name = str(details.get("name"))
        visit = Visit(
            index=len(self.visits),
            name=name,
            kind=kind,
            entered=self.count,
            began=_text(event.get("timestamp")) or "",
            input=_text(details.get("input")),
            parent=before.parent if before is not None and follows else at,
            source=at if follows else None,
            iteration=before.iteration if before is not None and follows else self._iterations.get(previous),
        )
        self.visits.append(visit)
        self._open.setdefault(name, []).append(visit.index)
        self.stops.append(self.count)
        return visit.index

    def _exit(self, owner: int | None, event: Event, details: dict[str, object]) -> int | None:
        index = self._named(owner, str(details.get("name")))
        if index is None:
            return owner
        visit = self.visits[index]
        visit.exited, visit.ended = self.count, _text(event.get("timestamp")) or ""
        visit.output = _text(details.get("output"))
        assigned = details.get("assignedVariables")
        if isinstance(assigned, dict):
            visit.variables = {name: str(value) for name, value in assigned.items()}
        if index in (waiting := self._open.get(visit.name, [])):
            waiting.remove(index)
        return index

    def _iterate(self, type: str, id: int, owner: int | None, details: dict[str, object]) -> int | None:
        name = details.get("name")
        found = self._named(owner, name) if isinstance(name, str) else owner
        index = details.get("index")
        if type == "MapIterationStarted" and isinstance(index, int):
            self._iterations[id] = index
        return found

    def _execution(self, type: str, details: dict[str, object]) -> None:
        if type == "ExecutionRedriven":
            self.redrives.append(self.count)
            self.stops.append(self.count)
        if type in ENDS:
            self.ends.append(self.count)
            self.stops.append(self.count)
            visit = self._failing(_text(details.get("cause")) or "")
            if type != "ExecutionSucceeded" and visit is not None and not visit.failures:
                error, cause = _text(details.get("error")), _text(details.get("cause"))
                visit.failures.append(Failing(self.count, error, cause))

    def _failing(self, cause: str) -> Visit | None:
        """The visit that an execution fails in by itself, which has no event of its own."""
        left = [visit for visit in self.visits if not visit.exited]
        named = [visit for visit in left if f"the state '{visit.name}'" in cause]
        if named:
            return named[-1]
        if any(visit.failures for visit in left):
            return None
        return max(left, key=lambda visit: (self.depth(visit), visit.entered), default=None)

    def _work(self, type: str, owner: int | None, details: dict[str, object], before: str) -> int | None:
        prefix = next((each for each in _CALLS if type.startswith(each)), "")
        if prefix and owner is not None:
            self._call(self.visits[owner], type.removeprefix(prefix), details, prefix)
            return owner
        if owner is None:
            return None
        visit = self.visits[owner]
        container = next((each for each in _CONTAINERS if type.startswith(each)), "")
        is_own = before in (f"{container}StateEntered", f"{container}StateStarted") or (
            visit.kind == container and not before.endswith(("StateExited", "StateFailed"))
        )
        if container and not is_own and visit.parent is not None:
            visit = self.visits[visit.parent]
        if type.endswith(("StateStarted", "StateSucceeded")):
            visit.begun.append(self.count)
        if type.endswith(_UNSUCCESSFUL):
            visit.failures.append(Failing(self.count, *self._error_inside(visit, details)))
        return visit.index

    def _error_inside(self, visit: Visit, details: dict[str, object]) -> tuple[str | None, str | None]:
        """The error of a container: its own, else that of the last state in it that has failed."""
        if details.get("error") is not None:
            return _text(details.get("error")), _text(details.get("cause"))
        inner = (each for each in reversed(self.visits[visit.index + 1 :]) if each.failures)
        last = next(inner, None)
        return (last.failures[-1].error, last.failures[-1].cause) if last else (None, None)

    def _call(self, visit: Visit, what: str, details: dict[str, object], prefix: str) -> None:
        if what == "Scheduled":
            sent = details.get("parameters", details.get("input"))
            limit = details.get("timeoutInSeconds")
            asks = str(details.get("resource")).endswith(".waitForTaskToken") or prefix == "Activity"
            limit_in_seconds = float(limit) if isinstance(limit, int | float) else None
            visit.begun.append(self.count)
            visit.attempts.append(Attempt(self.count, _text(sent), asks, limit_in_seconds))
            return
        last = visit.attempts[-1] if visit.attempts else None
        if what == "Succeeded" and last is not None:
            last.ended, last.result = self.count, _text(details.get("output"))
        elif what.endswith(_UNSUCCESSFUL):
            self._fail(visit.index, details)
            self.stops.append(self.count)

    def _fail(self, index: int | None, details: dict[str, object]) -> None:
        if index is None:
            return
        visit = self.visits[index]
        error, cause = _text(details.get("error")), _text(details.get("cause"))
        visit.failures.append(Failing(self.count, error, cause))
        if visit.attempts and not visit.attempts[-1].ended:
            last = visit.attempts[-1]
            last.ended, last.error, last.cause = self.count, error, cause

    def _last_open(self, name: str) -> int | None:
        waiting = self._open.get(name)
        return waiting[-1] if waiting else None

    def _named(self, index: int | None, name: str) -> int | None:
        """The visit of that name among one and those around it."""
        while index is not None and self.visits[index].name != name:
            index = self.visits[index].parent
        return self._last_open(name) if index is None else index


def _details(event: Event) -> dict[str, object]:
    found = (value for key, value in event.items() if key.endswith("EventDetails"))
    details = next(found, None)
    return details if isinstance(details, dict) else {}


def _id(event: Event) -> int:
    id = event.get("id")
    return id if isinstance(id, int) else 0


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
