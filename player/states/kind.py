"""The description of one state type for the player."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import Any, NamedTuple

from player.visits.frame import Visit
from schemas.asl.graph import EdgeKind
from schemas.core.paths import Json


class Step(NamedTuple):
    """The end of a visit: the next state (None where the scope ends), its input, and new variables.

    `edge` is the kind of the edge that is taken, and its index among those of the kind.
    """

    next: str | None
    output: Json
    variables: dict[str, Json]
    edge: tuple[EdgeKind, int | None] = ("next", None)


Steps = Generator[Any, Any, Step]


@dataclass(frozen=True, slots=True)
class StateKind:
    """A state type: its name, and the steps of one attempt of a visit.

    `fails_as` is the type of the event that reports a failure of the state, if there is one.
    """

    name: str
    attempt: Callable[[Visit], Steps]
    fails_as: str = ""
    has_exit: bool = True


def step(visit: Visit, output: Json, variables: dict[str, Json]) -> Step:
    """The step to `Next`, or the end of the scope."""
    next = visit.state.get("Next")
    return Step(next if isinstance(next, str) else None, output, variables)
