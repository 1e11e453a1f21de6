"""The settings of events that start a workflow: requests over HTTP, schedules, events of EventBridge."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from schemas.core.coerce import flag, mapping, names, one_of, text
from schemas.core.paths import Json

EventKind = Literal["http", "schedule", "eventBridge"]
EVENT_KINDS: tuple[EventKind, ...] = ("http", "schedule", "eventBridge")
METHODS = ("POST", "PUT", "PATCH")
"""The methods whose requests have a body, which becomes the input."""

DEFAULT_TIMEZONE = "Asia/Tokyo"


@dataclass(frozen=True, slots=True)
class Http:
    """A request over HTTP, whose body is the input; browsers may send it from pages of the `origins`.

    A request must be signed by an identity that may call the API, unless the event `is_open` to everybody.
    """

    path: str
    method: str = "POST"
    origins: tuple[str, ...] = ()
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Schedule:
    """A time, or times at an interval, by an expression of EventBridge Scheduler; `input` is the input."""

    expression: str
    timezone: str = DEFAULT_TIMEZONE
    input: Json = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class BusEvent:
    """An event on a bus of EventBridge that matches the pattern; `bus` is its name or ARN, "" the default."""

    pattern: dict[str, Json]
    bus: str = ""


Event = Http | Schedule | BusEvent


def read_events(value: Json) -> dict[str, Event]:
    """Read the events by their names from JSON; one without path, expression or pattern is left out."""
    read = {name: _event(mapping(fields)) for name, fields in mapping(value).items()}
    return {name: event for name, event in read.items() if event is not None}


def _event(fields: dict[str, Json]) -> Event | None:
    http, schedule = mapping(fields.get("http")), mapping(fields.get("schedule"))
    bus = mapping(fields.get("eventBridge"))
    if path := text(http.get("path")):
        method = one_of(METHODS, http.get("method")) or "POST"
        return Http(path, method, names(http.get("cors")), flag(http.get("open"), default=False))
    if expression := text(schedule.get("expression")):
        timezone = text(schedule.get("timezone")) or DEFAULT_TIMEZONE
        return Schedule(expression, timezone, schedule.get("input", {}))
    pattern = mapping(bus.get("pattern"))
    return BusEvent(pattern, text(bus.get("bus"))) if pattern else None
