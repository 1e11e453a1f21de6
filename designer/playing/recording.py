"""An execution that the service has recorded: GetExecutionHistory, and DescribeExecution beside it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from designer.playing.mocks import answers_of
from designer.playing.play import Beginning
from designer.playing.run import Run
from designer.playing.visit import Visit
from player.core.history import Event
from schemas.core.coerce import mapping, text
from schemas.core.paths import Json

MOST_BYTES = 100_000_000
MOST_EVENTS = 100_000
"""The largest text and the most events that are read; a redriven execution may have more than 25,000."""
_ARN = re.compile(r"arn:aws[\w-]*:(?:states|express):[\w-]+:\d{12}:[\w-]+:[^\s\"'`$\\;&|<>]{1,300}")


class NoHistory(ValueError):
    """A text that is no recorded execution; `key` names the words that say why."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


@dataclass(frozen=True, slots=True)
class Description:
    """The parts of DescribeExecution that matter here; "" for what is not told."""

    arn: str = ""
    redrive_status: str = ""
    redrive_reason: str = ""


class Recording(Run):
    """A recorded execution of a workflow, shown at its end at first."""

    is_recorded = True

    def __init__(
        self, text: str, definition: Mapping[str, Json], events: list[Event], description: Description
    ) -> None:
        super().__init__(text, definition, events)
        self.description = description
        self.go_to(len(events))

    def played_from(self, visit: Visit) -> Beginning:
        """The beginning of a run here that comes to a visit with the recorded data, and goes on by itself.

        Calls after those that were recorded get the answers that a state without mocks gets.
        """
        mocks: dict[str, Json] = {}
        for name, answers in answers_of(self, visit.entered).items():
            later = [each for each in self.trace.visits if each.name == name and each.attempts]
            is_asked = bool(later) and later[-1].attempts[-1].is_asked
            mocks[name] = [*answers, {"ask": True} if is_asked else {"default": True}]
        return Beginning(self.input, mocks, start=self.events[0]["timestamp"])


def read_recording(saved: str, text: str, definition: Mapping[str, Json]) -> Recording:
    """The execution of a workflow in the saved answers of the service, which follow each other in a text.

    Raises `NoHistory`.
    """
    if len(saved) > MOST_BYTES:
        raise NoHistory("recording.too-large")
    events: dict[int, Event] = {}
    description = Description()
    for value in _values(saved):
        fields = mapping(value)
        found = value if isinstance(value, list) else fields.get("events")
        if isinstance(found, list):
            events.update((event["id"], event) for event in map(_event, found))
        elif "executionArn" in fields:
            description = _description(fields)
    if not events:
        raise NoHistory("recording.no-events")
    if len(events) > MOST_EVENTS:
        raise NoHistory("recording.too-large")
    if min(events) != 1:
        raise NoHistory("recording.no-beginning")
    return Recording(text, definition, [events[id] for id in sorted(events)], description)


def _values(saved: str) -> Iterator[Json]:
    decoder, at = json.JSONDecoder(), 0
    saved = saved.strip().lstrip("\ufeff")
    while at < len(saved):
        try:
            value, at = decoder.raw_decode(saved, at)
        except (ValueError, RecursionError) as error:
            raise NoHistory("recording.no-json") from error
        yield value
        while at < len(saved) and saved[at] in " \t\r\n,":
            at += 1


def _event(value: Json) -> Event:
    """An event with its time in ISO 8601. Raises `NoHistory` for anything else."""
    fields = mapping(value)
    id, type = fields.get("id"), fields.get("type")
    if not isinstance(id, int) or isinstance(id, bool) or id < 1 or not isinstance(type, str):
        raise NoHistory("recording.no-event")
    return {**fields, "timestamp": _time(fields.get("timestamp"))}


def _time(value: Json) -> str:
    """A time in ISO 8601; versions of the command line write it as seconds, too."""
    try:
        if isinstance(value, int | float):
            return datetime.fromtimestamp(value, UTC).isoformat()
        at = datetime.fromisoformat(str(value))
        return str(value) if at.tzinfo else at.replace(tzinfo=UTC).isoformat()
    except (ValueError, OverflowError, OSError) as error:
        raise NoHistory("recording.no-event") from error


def _description(fields: Mapping[str, Json]) -> Description:
    arn = text(fields.get("executionArn"))
    return Description(
        arn if _ARN.fullmatch(arn) else "",
        text(fields.get("redriveStatus")),
        text(fields.get("redriveStatusReason")),
    )
