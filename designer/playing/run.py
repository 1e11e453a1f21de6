"""A run at one of its moments: a position among its events, which steps move."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from time import monotonic

from designer.playing.data import value_of
from designer.playing.trace import ENDS, Trace
from designer.playing.visit import Status, Visit
from player.core.history import Event
from player.core.map_run import MapRun
from player.visits.frame import TakenEdge
from schemas.core.paths import Json

MOST_EVENTS = 2_000
MOST_SECONDS = 0.4
"""The most that one gesture does before the page is shown; what is left is done by the next ones."""


class Run:
    """The events of an execution, and the number of those that have happened at the moment that is shown.

    `definition` is that of the moment when it began, `text` its text. `breakpoints` are names of states.
    `goal` is what a gesture has left to do. `followed` is the state that the screen is to select.
    """

    is_recorded = False

    def __init__(self, text: str, definition: Mapping[str, Json], events: list[Event]) -> None:
        self.text, self.definition, self.events = text, definition, events
        self.trace = Trace().read(events)
        self.position = 0
        self.number = 0
        self.before = 0
        self.breakpoints: set[str] = set()
        self.goal: Callable[[int], bool] | None = None
        self.followed: str | None = None

    @property
    def status(self) -> str:
        """The status of the execution at this moment: RUNNING, or how it has ended."""
        end = self.trace.ended_by(self.position)
        return ENDS[str(self.events[end - 1]["type"])] if end else "RUNNING"

    @property
    def input(self) -> Json:
        """The input of the execution; an empty one where it was not recorded."""
        found = value_of(self._detail(0, "executionStartedEventDetails", "input"))
        return {} if found is None else found

    @property
    def final_output(self) -> Json:
        """The output that the execution has ended with by this moment; None for none."""
        end = self.trace.ended_by(self.position)
        return value_of(self._detail(end - 1, "executionSucceededEventDetails", "output")) if end else None

    @property
    def final_error(self) -> str:
        """The error that the execution has ended with by this moment; "" for none."""
        end = self.trace.ended_by(self.position)
        return (self._detail(end - 1, "executionFailedEventDetails", "error") or "") if end else ""

    @property
    def is_busy(self) -> bool:
        """True if the last gesture has not come to its end yet."""
        return self.goal is not None

    @property
    def map_runs(self) -> Sequence[MapRun]:
        """The runs of distributed Maps; none where nothing of them was recorded."""
        return ()

    @property
    def can_go_on(self) -> bool:
        """True if something happens after this moment."""
        return self.position < len(self.events)

    @property
    def can_go_back(self) -> bool:
        """True if there is a moment before this one to step back to."""
        return bool(self.trace.stops) and self.trace.stops[0] < self.position

    @property
    def seconds(self) -> float:
        """The virtual time since the beginning."""
        return self.seconds_at(self.position)

    def seconds_at(self, position: int) -> float:
        """The virtual time since the beginning at the event of that position."""
        if not self.events or position < 1:
            return 0
        began, at = (self.events[index]["timestamp"] for index in (0, position - 1))
        return (datetime.fromisoformat(at) - datetime.fromisoformat(began)).total_seconds()

    @property
    def visits(self) -> list[Visit]:
        """The visits that have begun by now."""
        return [visit for visit in self.trace.visits if visit.entered <= self.position]

    def status_of(self, visit: Visit) -> Status:
        """The state of a visit at this moment."""
        return self.trace.status(visit, self.position)

    @property
    def current(self) -> Visit | None:
        """The visit that something has happened to last."""
        position = self.trace.ended_by(self.position)
        if position:
            return self.trace.failed_visit(self.position) or self.trace.owner_at(position - 1, self.events)
        return self.trace.owner_at(self.position, self.events)

    def takes(self, edge: TakenEdge) -> bool:
        """True if an edge may have been taken, as far as the run itself knows it."""
        return True

    def step_in(self) -> None:
        """Go on to where the next state is entered, a call fails, or the run ends."""
        self._go_on(self.trace.is_stop, follows=True)

    def step_over(self) -> None:
        """Go on to the next state beside the current one; those inside it are passed."""
        current = self.current
        depth = self.trace.depth(current) if current else 0
        self._go_on(
            lambda position: self.trace.is_stop(position) and self._depth(position) <= depth, follows=True
        )

    def play(self) -> None:
        """Go on to the end, to a breakpoint, or to where an answer from outside is awaited."""
        self._go_on(lambda position: self._entered(position) in self.breakpoints)
        if not self.is_busy and not self.trace.ended_by(self.position):
            self._follow()

    def play_to(self, name: str) -> None:
        """Go on to where the state of that name is entered next."""
        self._go_on(lambda position: self._entered(position) == name, follows=True)

    def resume(self) -> None:
        """Do what is left of the last gesture."""
        if self.goal is not None:
            self._advance(self.goal)

    def step_back(self) -> None:
        """Go back to the stop before."""
        index = bisect_left(self.trace.stops, self.position)
        if index:
            self.go_to(self.trace.stops[index - 1])

    def go_to(self, position: int) -> None:
        """Show the moment after the event at a position."""
        self.goal = None
        self._move(max(0, min(position, len(self.events))))
        self._follow()

    def halt(self) -> None:
        """Do no more of the last gesture."""
        self.goal = None
        self.number += 1

    def look_ahead(self) -> None:
        """Let the next event happen without showing it, so that the end of a wait is known."""
        if not self.is_busy:
            self._has_next(self.position)

    def take_followed(self) -> str | None:
        """The name of the state that is to be selected since the last call."""
        followed, self.followed = self.followed, None
        return followed

    def _detail(self, index: int, details: str, name: str) -> str | None:
        found = self.events[index].get(details) if index < len(self.events) else None
        value = found.get(name) if isinstance(found, dict) else None
        return value if isinstance(value, str) else None

    def _extend(self) -> bool:
        """Let one more event happen, or a step inside a child execution; False where there is none."""
        return False

    def _go_on(self, is_goal: Callable[[int], bool], follows: bool = False) -> None:
        self._move(self.position)
        self._advance(is_goal)
        if follows:
            self._follow()

    def _advance(self, is_goal: Callable[[int], bool]) -> None:
        self.goal = is_goal
        until, most = monotonic() + MOST_SECONDS, self.position + MOST_EVENTS
        position = self.position
        while self._has_next(position):
            if position < len(self.events):
                position += 1
                if is_goal(position):
                    self.goal = None
                    break
            if position >= most or monotonic() > until:
                break
        else:
            self.goal = None
        self.position = position
        self.number += 1

    def _has_next(self, position: int) -> bool:
        if position < len(self.events):
            return True
        has_more = self._extend()
        self.trace.read(self.events)
        return has_more

    def _move(self, position: int) -> None:
        """Show another moment, and remember the one before, from which the way is drawn."""
        self.before = min(self.position, position)
        self.position = position
        self.number += 1

    def _follow(self) -> None:
        current = self.current
        self.followed = current.name if current else None

    def _depth(self, position: int) -> int:
        owner = self.trace.owner_at(position, self.events)
        return self.trace.depth(owner) if owner else 0

    def _entered(self, position: int) -> str:
        """The name of the state that the event at a position enters; "" for any other event."""
        event = self.events[position - 1]
        details = event.get("stateEnteredEventDetails")
        return str(details["name"]) if isinstance(details, dict) and "name" in details else ""
