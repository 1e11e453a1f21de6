"""A diagram that was drawn elsewhere, as every reader gives it: nodes, edges, groups, and messages."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from schemas.core.diagnostic import Diagnostic
from schemas.sidecar.sketch import CardKind

Role = Literal[
    "plain", "decision", "table", "start", "end", "terminal", "external", "screen", "person", "note"
]
"""The meaning of a shape. A `terminal` is a start or an end, as its edges tell; `plain` says nothing."""


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A place in pixels: the top left corner and the size."""

    x: float
    y: float
    width: float
    height: float

    @property
    def center(self) -> tuple[float, float]:
        """The middle of the rectangle."""
        return self.x + self.width / 2, self.y + self.height / 2


@dataclass(frozen=True, slots=True)
class Node:
    """A shape with its text; `place` is None where the format has no places.

    `kind` is the kind of card that the diagram itself names.
    """

    text: str
    role: Role = "plain"
    place: Rectangle | None = None
    kind: CardKind | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """An arrow between two nodes or groups (ids).

    `both` is set for one with two heads, `hidden` for one that only puts its target after its source.
    """

    source: str
    target: str
    label: str = ""
    both: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """A frame with a title around nodes and other groups (ids)."""

    title: str
    members: tuple[str, ...]
    place: Rectangle | None = None


@dataclass(frozen=True)
class Diagram:
    """Nodes and groups by their ids, edges in their order; `is_across` for one that runs to the right.

    `messages` say what could not be taken over, with line and column in the text that was read.
    """

    nodes: dict[str, Node]
    edges: tuple[Edge, ...]
    groups: dict[str, Group] = field(default_factory=dict)
    title: str = ""
    is_across: bool = False
    messages: tuple[Diagnostic, ...] = ()


class DiagramRefused(Exception):
    """Nothing can be taken over; `diagnostic` says why, and where in the text."""

    def __init__(self, code: str, line: int = 1, column: int = 1, **params: str) -> None:
        super().__init__(code)
        self.diagnostic = Diagnostic(code, "error", (), line, column, params)


def warning(code: str, line: int = 1, column: int = 1, **params: str) -> Diagnostic:
    """A message about something that could not be taken over."""
    return Diagnostic(code, "warning", (), line, column, params)
