"""The answers of services: what a person gave, else an example made from the shape of the response."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from schemas.core.paths import Json


@dataclass(frozen=True, slots=True)
class TaskCall:
    """A call that a Task makes: `sent` is what the service receives, `attempt` counts retries from 0."""

    state: str
    input: Json
    resource: str
    sent: Json
    attempt: int
    token: str = ""


@dataclass(frozen=True, slots=True)
class Child:
    """A workflow that a Task starts, with the mocks of its own Tasks."""

    definition: Mapping[str, Json]
    mocks: Mapping[str, Json]
    type: str = "STANDARD"


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a call: a result, or an error; `delay` is in seconds of virtual time.

    `submitted` is the service's own response where the result comes later, by a task token or at the end of a
    job. An open answer is given from outside, to the execution. With a `child`, the call starts that
    workflow, and its end is the answer.
    """

    result: Json = None
    error: str | None = None
    cause: str | None = None
    delay: float = 0
    submitted: Json = None
    failed: bool = False
    is_open: bool = False
    child: Child | None = None


class Mocks(Protocol):
    """Answers calls."""

    def answer(self, call: TaskCall) -> Answer:
        """The answer to a call."""
        ...
