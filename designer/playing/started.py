"""The workflow that a state has started in a run: with which input, and how it ended."""

from __future__ import annotations

from dataclasses import dataclass

from designer.playing.data import value_of
from designer.playing.visit import Visit
from schemas.core.coerce import mapping, text
from schemas.core.paths import Json


@dataclass(frozen=True, slots=True)
class Started:
    """An execution that was started. `status` is that of its end, "" where nobody waited for it."""

    input: Json
    status: str
    error: str


def started_by(visit: Visit, position: int) -> Started | None:
    """The execution that the last call of a visit has started by a position; None if it started none."""
    attempts = [each for each in visit.attempts if 0 < each.ended <= position]
    if not attempts:
        return None
    last = attempts[-1]
    described = mapping(value_of(last.result if last.error is None else last.cause))
    if "ExecutionArn" not in described:
        return None
    input = mapping(value_of(last.sent)).get("Input", {})
    found = value_of(input) if isinstance(input, str) else input
    return Started(found, text(described.get("Status")), text(described.get("Error")))
