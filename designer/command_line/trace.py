"""The events of an execution as lines that people read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from designer.base.words import word
from player import Execution
from schemas.core.diagnostic import Language

MOST_LETTERS = 160
_VALUES = ("input", "output", "parameters", "error", "cause")


def trace(execution: Execution, language: Language) -> Iterator[str]:
    """A line for each event as it happens: the virtual time, the event, its state, its data; then the end."""
    began: datetime | None = None
    for event in execution:
        at = datetime.fromisoformat(event["timestamp"])
        began = began or at
        yield _line((at - began).total_seconds(), event)
    yield word(language, "cli.played", status=execution.status, events=len(execution.events))


def _line(seconds: float, event: dict[str, Any]) -> str:
    found = (value for key, value in event.items() if key.endswith("EventDetails"))
    details: dict[str, Any] = next(found, {})
    name = details.get("name") or details.get("resource") or ""
    values = [f"{key} {_short(details[key])}" for key in _VALUES if details.get(key) is not None]
    return "  ".join(part for part in (f"{seconds:12.3f}s", event["type"], name, *values) if part)


def _short(text: str) -> str:
    return text if len(text) <= MOST_LETTERS else f"{text[:MOST_LETTERS]}…"
