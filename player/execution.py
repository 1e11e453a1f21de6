"""An execution of a workflow: iterated for its events, one at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from random import Random

from player.core.context import Identity
from player.core.failure import TIMEOUT, Failure
from player.core.history import Event, History, HistoryFull, Track, timestamp, too_many_events
from player.core.map_run import MapRun
from player.core.scheduler import Scheduler, Thread
from player.mocks import Answer, Child, Mocks
from player.mocks.defaults import default_answer
from player.mocks.reading import read_mocks
from player.mocks.tables import Tables
from player.scope import run_scope
from player.visits.frame import Call, Frame, Run, TakenEdge
from player.visits.redrive import MOST_EVENTS as MOST_EVENTS_TO_REDRIVE
from player.visits.redrive import Redrive
from schemas.core.coerce import mapping, number
from schemas.core.paths import Json

START = "2026-01-01T00:00:00.000Z"
MOST_SECONDS = 31_536_000.0
MOST_EXPRESS_SECONDS = 300.0
"""The longest execution in seconds: of a Standard and of an Express workflow."""


@dataclass(frozen=True, slots=True)
class _Decision:
    """An answer that came from outside after so many events; None lets a deadline pass."""

    after: int
    token: str = ""
    answer: Answer | None = None


class Execution:
    """A run of `definition` with `input`, in virtual time from `start` (ISO 8601).

    Iterating it runs it, and yields its events as GetExecutionHistory gives them. `mocks` has the answers of
    services: in the form of the sidecar, in that of Step Functions Local (`case` picks one of its test
    cases), or an object with a method `answer`. Where a state has none, DynamoDB answers from `tables` in
    memory if they are given (in the form of `Tables`), and else an example does. The same arguments give the
    same events, to the byte.

    `status` is RUNNING, SUCCEEDED, FAILED or TIMED_OUT. An execution that waits for an answer from outside
    stops its iteration, and goes on with the next one after it was answered.
    """

    def __init__(
        self,
        definition: Mapping[str, Json],
        input: Json,
        *,
        mocks: Mocks | Mapping[str, Json] | None = None,
        seed: int = 0,
        start: str | datetime | None = None,
        type: str = "STANDARD",
        case: str = "",
        tables: Mapping[str, Json] | None = None,
    ) -> None:
        self.status = "RUNNING"
        self.output: Json = None
        self.error: str | None = None
        self.cause: str | None = None
        self._definition, self._input = definition, input
        self._type = type
        self._anew = partial(
            Execution,
            definition,
            input,
            mocks=mocks,
            seed=seed,
            start=start,
            type=type,
            case=case,
            tables=tables,
        )
        self._decisions: list[_Decision] = []
        self._redrives: tuple[Redrive, ...] = ()
        self._origin = 0
        began = _seconds(start)
        self._scheduler = Scheduler(began)
        self._history = History(lambda: self._scheduler.now)
        self._until = began + _limit(definition, type)
        self._track = Track()
        self._thread: Thread | None = None
        context = Identity().context(input, timestamp(began))
        random = Random(seed)  # noqa: S311
        default = default_answer if tables is None else Tables(tables).answer
        read = partial(read_mocks, case=case, default=default)
        self._run = Run(self._scheduler, self._history, read(mocks), random, seed, context, run_scope, read)
        self._run.start_child = partial(_started, seed)
        self._steps = self._events()

    @property
    def events(self) -> list[Event]:
        """The events so far."""
        return self._history.events

    @property
    def visited(self) -> list[str]:
        """The names of the states in the order in which they were entered, those of child executions too."""
        return self._run.visited

    @property
    def taken(self) -> Mapping[TakenEdge, int]:
        """The edges that were taken, each with the number of events after which it was first."""
        return self._run.taken

    @property
    def calls(self) -> Sequence[Call]:
        """The calls of services in their order, each with its answer, those of child executions too."""
        return self._run.calls

    @property
    def map_runs(self) -> Sequence[MapRun]:
        """The runs of distributed Maps, with their child executions."""
        return self._run.map_runs

    @property
    def now(self) -> str:
        """The virtual time, in ISO 8601."""
        return timestamp(self._scheduler.now)

    @property
    def seconds(self) -> float:
        """The virtual time, in seconds since 1970."""
        return self._scheduler.now

    @property
    def tokens(self) -> list[str]:
        """The task tokens whose answers are awaited from outside."""
        return list(self._scheduler.open)

    def __iter__(self) -> Iterator[Event]:
        return self

    def __next__(self) -> Event:
        while (event := self.step()) is None:
            pass
        return event

    def step(self) -> Event | None:
        """The next event, or None after a step inside a child execution. Raises `StopIteration`."""
        try:
            return next(self._steps)
        except StopIteration:
            if self.status == "RUNNING":
                self._steps = self._events()
            raise

    def run(self) -> Execution:
        """Run until it ends or waits for an answer, and return the execution itself."""
        for _ in self:
            pass
        return self

    def answer(self, token: str, answer: Answer) -> None:
        """Give the answer to a task token. Raises `KeyError` if none is awaited for it."""
        self._scheduler.answer(token, answer)
        self._decisions.append(_Decision(len(self.events), token, answer))

    def pass_deadline(self) -> bool:
        """Let the next deadline of an awaited answer pass; False if there is none."""
        has_passed = self._scheduler.pass_deadline()
        if has_passed:
            self._decisions.append(_Decision(len(self.events)))
        return has_passed

    def at(self, count: int) -> Execution:
        """The same execution as it was after `count` events, with the answers that it had by then."""
        return self._again(self._redrives)._advanced(count, self._decisions)

    def redrive(self, mocks: Mocks | Mapping[str, Json] | None = None) -> Execution:
        """The execution redriven: it goes on where it failed, with the answers of `mocks` if there are any.

        Raises `ValueError` if it cannot be redriven: it is Express, has not failed, or has too many events.
        """
        if self._type == "EXPRESS" or self.status not in ("FAILED", "TIMED_OUT"):
            raise ValueError(f"An execution that is {self.status} cannot be redriven")
        if len(self.events) >= MOST_EVENTS_TO_REDRIVE:
            raise ValueError(f"An execution with {len(self.events):,} events cannot be redriven")
        redrive = Redrive(self._origin, tuple(self.events[self._origin :]), mocks)
        return self._again([*self._redrives, redrive])._advanced(len(self.events), self._decisions)

    def _again(self, redrives: Sequence[Redrive]) -> Execution:
        """A new execution of the same, which will be redriven where this one was."""
        found = self._anew()
        found._redrives = tuple(redrives)
        found._run.redrives = list(redrives)
        return found

    def _advanced(self, count: int, decisions: Sequence[_Decision]) -> Execution:
        """The execution itself after `count` events, with the decisions that were made by then."""
        waiting = [decision for decision in decisions if decision.after < count]
        while len(self.events) < count:
            if next(self, None) is None:
                if not waiting:
                    break
                self._take(waiting.pop(0))
        return self

    def _take(self, decision: _Decision) -> None:
        if decision.answer is None:
            self.pass_deadline()
        else:
            self.answer(decision.token, decision.answer)

    def _events(self) -> Iterator[Event | None]:
        if self._thread is None:
            yield self._started()
            language = self._definition.get("QueryLanguage")
            frame = Frame(self._run, self._track, language if isinstance(language, str) else "JSONPath")
            self._thread = self._scheduler.spawn(run_scope(frame, dict(self._definition), self._input))
        try:
            while True:
                try:
                    yield from self._scheduler.run(self._until)
                    break
                except TimeoutError:
                    if not self._run.is_redriven():
                        yield self._timed_out()
                        return
                    yield from self._run.redrive()
                    self._until = self._scheduler.now + _limit(self._definition, self._type)
        except Failure as failure:
            yield self._failed(self._track.previous, failure)
        except HistoryFull:
            yield self._failed(len(self.events), too_many_events())
        else:
            if self._thread.has_ended:
                yield self._succeeded(self._thread.value)

    def _started(self) -> Event:
        return self._history.end(
            0,
            "ExecutionStarted",
            "executionStartedEventDetails",
            input=self._history.text(self._input),
            inputDetails={"truncated": False},
            roleArn=mapping(self._run.context["Execution"])["RoleArn"],
        )

    def _succeeded(self, output: Json) -> Event:
        self.status, self.output = "SUCCEEDED", output
        return self._history.end(
            self._track.previous,
            "ExecutionSucceeded",
            "executionSucceededEventDetails",
            output=self._history.text(output),
            outputDetails={"truncated": False},
        )

    def _failed(self, previous: int, failure: Failure) -> Event:
        self._origin = failure.origin or len(self.events)
        self.status, self.error, self.cause = "FAILED", failure.error, failure.cause
        return self._history.end(
            previous, "ExecutionFailed", "executionFailedEventDetails", **failure.details
        )

    def _timed_out(self) -> Event:
        self._origin = len(self.events)
        self.status = "TIMED_OUT"
        return self._history.end(0, "ExecutionTimedOut", "executionTimedOutEventDetails", error=TIMEOUT)


def _started(seed: int, child: Child, input: Json, began: float) -> Execution:
    """The execution of a workflow that a Task starts."""
    start = datetime.fromtimestamp(began, UTC)
    return Execution(child.definition, input, mocks=child.mocks, seed=seed, start=start, type=child.type)


def _seconds(start: str | datetime | None) -> float:
    at = datetime.fromisoformat(start or START) if start is None or isinstance(start, str) else start
    return (at if at.tzinfo else at.replace(tzinfo=UTC)).timestamp()


def _limit(definition: Mapping[str, Json], type: str) -> float:
    most = MOST_EXPRESS_SECONDS if type == "EXPRESS" else MOST_SECONDS
    own = number(definition.get("TimeoutSeconds"), 1e9)
    return min(most, own) if own is not None else most
