"""The message of the board: all that it shows, and what was clicked.

A snapshot holds what Python last showed it (each card's `data`, and the arrows that Python drew) and what a
person did since then. So it tells by itself what was done, even to a Python that has just started.
"""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from schemas.sidecar.design import Point


class _Said(BaseModel):
    """A frozen value of a message whose other fields are none of our business."""

    model_config = ConfigDict(frozen=True, extra="ignore", allow_inf_nan=False)


class Place(_Said):
    """A place on the board."""

    x: float
    y: float

    @property
    def point(self) -> Point:
        """The place in whole pixels."""
        return Point(round(self.x), round(self.y))


class Shown(_Said):
    """The data that Python sent of a card: content, classes, whether arrows may leave it, and its place;
    of the sheet, the stamp of the showing."""

    content: str = ""
    look: str = ""
    leads_on: bool = False
    at: Place | None = None
    stamp: str = ""


class Node(_Said):
    """A card, or the sheet beneath."""

    id: str
    position: Place
    data: Shown = Shown()


class Edge(_Said):
    """An arrow; one that a person has drawn on the board has no `data` yet."""

    id: str
    source: str
    target: str
    label: str = ""
    data: dict[str, str] | None = None


class Snapshot(_Said):
    """The board at one moment: `timestamp` is in the browser's milliseconds."""

    nodes: list[Node]
    edges: list[Edge]
    selected: str | None = Field(None, alias="selectedId")
    timestamp: int

    @property
    def stamp(self) -> str:
        """The stamp of what Python showed it last."""
        return next((node.data.stamp for node in self.nodes if node.data.stamp), "")
