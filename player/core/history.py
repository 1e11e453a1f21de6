"""The events of an execution, as GetExecutionHistory gives them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from player.core.failure import RUNTIME, Failure
from player.core.written import written
from schemas.core.paths import Json

Event = dict[str, Any]
"""An event: `timestamp` (ISO 8601), `type`, `id`, `previousEventId`, and the details of its type."""

MOST_EVENTS = 25_000
"""The quota of events; the last one is the failure of the execution."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def too_many_events() -> Failure:
    """The failure of an execution that has as many events as the service keeps.

    https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html
    """
    return Failure(RUNTIME, f"The execution reached the maximum number of history events ({MOST_EVENTS}).")


class HistoryFull(Exception):
    """The history has as many events as the service keeps."""


@dataclass(slots=True)
class Track:
    """A chain of events: of the execution, a branch, or an iteration. `previous` is its last event's id."""

    previous: int = 0
    running: str = ""
    """The type of the state that runs, as long as it can be aborted."""


class History:
    """The events so far. `now` gives the virtual time in seconds since 1970.

    It `is_inner` for a child execution of a distributed Map, whose events are none of the execution.
    """

    is_inner = False

    def __init__(self, now: Callable[[], float]) -> None:
        self.events: list[Event] = []
        self._now = now
        self._time, self._timestamp = -1.0, ""
        self._value: Json = None
        self._text = "null"

    @property
    def position(self) -> int:
        """The number of events that the outermost execution has by now."""
        return len(self.events)

    @property
    def mark(self) -> str:
        """A text for the next event that no other one has."""
        return str(len(self.events) + 1)

    def add(self, track: Track, type: str, details: str = "", /, **fields: Json) -> Event:
        """Add the next event of a chain; `fields` are its details, named `details`. Raises `HistoryFull`."""
        event = self.aside(track, type, details, **fields)
        track.previous = event["id"]
        return event

    def aside(self, track: Track, type: str, details: str = "", /, **fields: Json) -> Event:
        """Add an event that refers to the last one of a chain, but is no part of it. Raises `HistoryFull`."""
        if len(self.events) >= MOST_EVENTS - 1:
            raise HistoryFull
        return self._append(track.previous, type, details, fields)

    def end(self, previous: int, type: str, details: str, **fields: Json) -> Event:
        """Add the first or last event, for which there is always room."""
        return self._append(previous, type, details, fields)

    def repeat(self, events: Iterable[Event]) -> Iterator[Event]:
        """Add events as they are."""
        for event in events:
            self.events.append(event)
            yield event

    def text(self, value: Json) -> str:
        """`value` as JSON; the last one is kept, since most states hand on what they receive."""
        if value is not self._value or value is None:
            self._value, self._text = value, written(value)
        return self._text

    def _append(self, previous: int, type: str, details: str, fields: dict[str, Json]) -> Event:
        event: Event = {
            "timestamp": self._stamp(),
            "type": type,
            "id": len(self.events) + 1,
            "previousEventId": previous,
        }
        if details:
            event[details] = fields
        self.events.append(event)
        return event

    def _stamp(self) -> str:
        now = self._now()
        if now != self._time:
            self._time, self._timestamp = now, timestamp(now)
        return self._timestamp


def timestamp(seconds: float) -> str:
    """A time in seconds since 1970 in ISO 8601, with milliseconds."""
    at = _EPOCH + timedelta(milliseconds=round(seconds * 1000))
    return at.strftime("%Y-%m-%dT%H:%M:%S.") + f"{at.microsecond // 1000:03}Z"
