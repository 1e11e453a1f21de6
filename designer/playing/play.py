"""A run that is played here, with mocks, in virtual time; another answer plays it again up to that moment."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from designer.playing.mocks import with_failure
from designer.playing.run import Run
from designer.playing.trace import Trace
from player import Execution
from player.core.map_run import MapRun
from player.mocks import Answer
from player.visits.frame import TakenEdge
from schemas.asl.services.calls import waits_for_answer
from schemas.asl.walk import StateMachineType, states
from schemas.core.paths import Json

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Beginning:
    """The input of a run, its mocks and tables; `name` is that of the case or sample that has them, or ""."""

    input: Json
    mocks: Mapping[str, Json]
    name: str = ""
    start: str | None = None
    tables: Mapping[str, Json] | None = None


@dataclass(frozen=True, slots=True)
class MadeToFail:
    """An error that a person has chosen for a state: each time, or only the first `times`, if not 0."""

    error: str
    cause: str = ""
    times: int = 0


@dataclass(frozen=True, slots=True)
class _Given:
    """An answer from outside, after so many events; None lets the deadline pass."""

    after: int
    token: str
    answer: Answer | None


class Play(Run):
    """A run of `definition` from its beginning. A Task that asks somebody waits, unless a mock answers it.

    `failing` has the states that are made to fail, by name. A run that `is_broken` cannot go on, because of
    a bug.
    """

    def __init__(
        self,
        text: str,
        definition: Mapping[str, Json],
        beginning: Beginning,
        type: StateMachineType,
        failing: Mapping[str, MadeToFail] = MappingProxyType({}),
    ) -> None:
        self.beginning, self.type = beginning, type
        self.failing = dict(failing)
        self._asking: dict[str, Json] = {
            state.name: {"ask": True} for state in states(dict(definition)) if waits_for_answer(state)
        }
        self._given: list[_Given] = []
        self._waiting: list[_Given] = []
        self.definition = definition
        self._execution = self._begun()
        super().__init__(text, definition, self._execution.events)

    @property
    def is_asking(self) -> bool:
        """True if the run stands still here until somebody answers."""
        is_last = self._is_exhausted and self.position == len(self.events)
        return is_last and self.status == "RUNNING" and bool(self._execution.tokens)

    @property
    def map_runs(self) -> Sequence[MapRun]:
        """The runs of distributed Maps so far."""
        return self._execution.map_runs

    @property
    def can_go_on(self) -> bool:
        """True if something happens after this moment."""
        is_over = self.status != "RUNNING" or self.is_asking or self.is_broken
        return self.position < len(self.events) or not is_over

    @property
    def mocks(self) -> dict[str, Json]:
        """All answers of the run: those of its beginning, and the errors that a person has chosen."""
        found: dict[str, Json] = {**self._asking, **self.beginning.mocks}
        for name, failure in self.failing.items():
            found = with_failure(found, name, failure.error, failure.cause, failure.times)
        return found

    def takes(self, edge: TakenEdge) -> bool:
        """True if the edge was taken by this moment."""
        return 0 < self._execution.taken.get(edge, self.position + 1) <= self.position

    def make_fail(self, name: str, failure: MadeToFail | None) -> None:
        """Let a state fail, or not any more; the run goes back to where it was entered first."""
        if failure is None:
            self.failing.pop(name, None)
        else:
            self.failing[name] = failure
        entered = (visit.entered for visit in self.visits if visit.name == name)
        self._play_again(min(next(entered, self.position), self.position))

    def answer(self, name: str, answer: Answer) -> None:
        """Give the answer that a state waits for, and go on to the next stop.

        In a moment of the past, the run goes on from there with this answer. Nothing happens where the state
        does not wait.
        """
        self._decide(answer, lambda token: token.rpartition("-")[0] == name)

    def pass_deadline(self) -> None:
        """Let nobody answer: the next deadline passes, and the run goes on to the next stop."""
        self._decide(None, lambda token: True)

    def _decide(self, answer: Answer | None, is_asked: Callable[[str], bool]) -> None:
        if self.position < len(self.events):
            self._play_again(self.position)
        while self._extend():
            pass
        self.trace.read(self.events)
        self._move(len(self.events))
        token = next(filter(is_asked, self._execution.tokens), None)
        if token is None:
            return
        given = _Given(len(self.events), token, answer)
        if self._take(given):
            self._given.append(given)
            self.step_in()

    def _take(self, given: _Given) -> bool:
        """Give the execution an answer; False where it does not wait for it."""
        self._is_exhausted = False
        if given.answer is None:
            return self._execution.pass_deadline()
        if given.token not in self._execution.tokens:
            return False
        self._execution.answer(given.token, given.answer)
        return True

    def _begun(self) -> Execution:
        beginning = self.beginning
        self._is_exhausted = self.is_broken = False
        return Execution(
            self.definition,
            beginning.input,
            mocks=self.mocks,
            start=beginning.start,
            type=self.type,
            tables=beginning.tables,
        )

    def _play_again(self, position: int) -> None:
        """Begin again with the answers that were given by a moment, and show that moment."""
        self.goal = None
        self._execution = self._begun()
        self._given = [given for given in self._given if given.after < position]
        self._waiting = list(self._given)
        self.events, self.trace = self._execution.events, Trace()
        while len(self.events) < position and self._extend():
            pass
        self.trace.read(self.events)
        self._move(min(position, len(self.events)))

    def _extend(self) -> bool:
        if self._next() or (self._waiting and self._take(self._waiting.pop(0)) and self._next()):
            return True
        self._is_exhausted = True
        return False

    def _next(self) -> bool:
        """Let the execution go on by a step. An unexpected exception ends it: the page goes on."""
        if self.is_broken:
            return False
        try:
            self._execution.step()
            return True
        except StopIteration:
            return False
        except Exception:
            log.exception("A run could not go on.")
            self.is_broken = True
            return False
