"""One run of a distributed Map: how its child executions went, and the events of some of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from player.core.history import MOST_EVENTS, Event, History, Track, too_many_events
from schemas.core.paths import Json

MOST_KEPT = 100
"""The ended children whose events a Map keeps: of those that have failed, and of the others."""
MOST_KEPT_EVENTS = 10_000
"""The events of all children of a Map at a time; one that begins or goes on beyond them is only counted."""


@dataclass(slots=True)
class Tally:
    """The visits of a state in all children: those that have begun, and those that have come to an end."""

    entered: int = 0
    exited: int = 0


@dataclass(slots=True)
class Child:
    """A child execution of the item or batch `index`, with its events; it `has_failed`, or not yet."""

    index: int
    events: list[Event]
    has_failed: bool = False


@dataclass(slots=True)
class MapRun:
    """A run of the Map `state` with `count` children, which began after `began` events of the execution.

    `ended` is the number of events after which it ended; 0 until then. `tallies` count the visits in all
    children, by state; `children` are those whose events are kept, by index.
    """

    state: str
    began: int
    count: int
    ended: int = 0
    tallies: dict[str, Tally] = field(default_factory=dict)
    children: dict[int, Child] = field(default_factory=dict)
    room: int = MOST_KEPT_EVENTS
    _kept: dict[bool, int] = field(default_factory=lambda: {True: 0, False: 0})

    def begin(self, index: int, outer: History, now: Callable[[], float]) -> ChildHistory:
        """The history of a child that begins."""
        history = ChildHistory(self, index, outer, now)
        self.children[index] = Child(index, history.events)
        return history

    def end(self, index: int, *, has_failed: bool) -> None:
        """Keep a child that has ended, or drop it where enough of its kind are kept."""
        child = self.children.get(index)
        if child is None:
            return
        child.has_failed = has_failed
        self._kept[has_failed] += 1
        if self._kept[has_failed] > MOST_KEPT:
            self.drop(index)

    def drop(self, index: int) -> None:
        """Keep the events of a child no longer."""
        child = self.children.pop(index, None)
        if child is not None:
            self.room += len(child.events)


class ChildHistory(History):
    """The history of a child execution: it counts for itself, and is no part of that of the parent."""

    is_inner = True

    def __init__(self, map_run: MapRun, index: int, outer: History, now: Callable[[], float]) -> None:
        super().__init__(now)
        self._map_run, self._index, self._outer = map_run, index, outer
        self._count = 0

    @property
    def position(self) -> int:
        """The number of events that the outermost execution has by now."""
        return self._outer.position

    @property
    def mark(self) -> str:
        """A text that no other event of any child has."""
        return f"{self._outer.mark}.{self._index}.{self._count + 1}"

    def aside(self, track: Track, type: str, details: str = "", /, **fields: Json) -> Event:
        """Add or count an event. Raises `Failure` where the child has too many: it fails by itself."""
        if self._count >= MOST_EVENTS - 2:
            raise too_many_events()
        if type.endswith("StateEntered"):
            self._tally(fields["name"]).entered += 1
        elif type.endswith("StateExited"):
            self._tally(fields["name"]).exited += 1
        return self._added(track.previous, type, details, fields)

    def end(self, previous: int, type: str, details: str, **fields: Json) -> Event:
        """Add or count the first or last event."""
        return self._added(previous, type, details, fields)

    def text(self, value: Json) -> str:
        """`value` as JSON; nothing where no event is kept that would hold it."""
        return super().text(value) if self._is_kept else ""

    @property
    def _is_kept(self) -> bool:
        return self._index in self._map_run.children

    def _added(self, previous: int, type: str, details: str, fields: dict[str, Json]) -> Event:
        self._count += 1
        if self._map_run.room <= 0 or not self._is_kept:
            self._map_run.drop(self._index)
            return {"id": self._count}
        self._map_run.room -= 1
        return self._append(previous, type, details, fields)

    def _stamp(self) -> str:
        return self._outer._stamp()

    def _tally(self, name: Json) -> Tally:
        return self._map_run.tallies.setdefault(str(name), Tally())
