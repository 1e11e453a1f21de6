"""One visit of a state in an execution, with its calls and its failures."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Status = Literal["running", "waiting", "asked", "retrying", "succeeded", "caught", "failed", "stopped"]
"""The state of a visit: `waiting` for a time, `asked` for an answer from outside, `stopped` by another."""


@dataclass(slots=True)
class Attempt:
    """One call of a Task. `scheduled` and `ended` are positions of events; texts are JSON as recorded."""

    scheduled: int
    sent: str | None = None
    is_asked: bool = False
    limit: float | None = None
    ended: int = 0
    result: str | None = None
    error: str | None = None
    cause: str | None = None


@dataclass(slots=True)
class Failing:
    """A failure of a visit, at the position of its event."""

    at: int
    error: str | None
    cause: str | None


@dataclass(slots=True)
class Visit:
    """One visit of a state. Positions are those of events, from 1; 0 for what has not happened.

    `parent` and `source` are visits by index: of the state around, and of the one that led here.
    """

    index: int
    name: str
    kind: str
    entered: int
    began: str
    input: str | None
    parent: int | None = None
    source: int | None = None
    iteration: int | None = None
    exited: int = 0
    ended: str = ""
    output: str | None = None
    variables: dict[str, str] = field(default_factory=dict)
    attempts: list[Attempt] = field(default_factory=list)
    failures: list[Failing] = field(default_factory=list)
    begun: list[int] = field(default_factory=list)
    """The positions at which its work began anew, or came to a good end."""
