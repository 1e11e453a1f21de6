"""The paths of the edges of a scene, found by the canvas' own code, which QuickJS runs."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypedDict

import quickjs

from exporters.scene.scene import Box, Scene, SceneEdge
from schemas.asl.graph import ends
from schemas.core.paths import Json
from schemas.core.view_mode import ViewMode

Corner = tuple[float, float]

BUILT = Path(__file__).parent / "built"
MOST_SECONDS = 20
MOST_BYTES = 512 * 1024 * 1024


class SceneTooLarge(Exception):
    """The scene has too many boxes or edges to be routed and drawn in reasonable time."""


@dataclass(frozen=True, slots=True)
class Label:
    """The position of an edge's label: the middle of its box, and the width of the box.

    `leader` has the two ends of a line from the box to the edge, where there was no room on or beside it.
    """

    x: float
    y: float
    width: float
    leader: tuple[Corner, ...] = ()


@dataclass(frozen=True, slots=True)
class Route:
    """The path of an edge: its corners, the same as an SVG path with rounded corners, and its label."""

    corners: tuple[Corner, ...]
    path: str
    label: Label | None


class _Label(TypedDict):
    x: float
    y: float
    width: float
    leader: list[Corner]


class _RoutedEdge(TypedDict):
    """A routed edge as the canvas' code returns it."""

    id: str
    corners: list[Corner]
    path: str
    label: _Label | None


def route_edges(scene: Scene, view_mode: ViewMode) -> dict[str, Route]:
    """Return the routes of the edges of a scene by their ids, in pixels of the whole picture.

    Raises `SceneTooLarge`.
    """
    view = {
        "nodes": {box.id: _node(box) for box in scene.boxes.values()},
        "edges": {edge.id: _edge(edge, view_mode) for edge in scene.edges.values()},
    }
    context = quickjs.Context()
    context.set_memory_limit(MOST_BYTES)
    context.set_time_limit(MOST_SECONDS)
    context.eval(_script())
    try:
        found: list[_RoutedEdge] = json.loads(context.eval("scene.routed")(json.dumps(view)))
    except quickjs.JSException as error:
        raise SceneTooLarge from error
    return {edge["id"]: _route(edge) for edge in found}


def _node(box: Box) -> dict[str, Json]:
    return {
        "id": box.id,
        "type": box.state.type if box.state else "Branch",
        "terminal": box.state is not None and ends(box.state),
        "parent": box.parent,
        "x": box.x,
        "y": box.y,
        "width": box.width,
        "height": box.height,
    }


def _edge(edge: SceneEdge, view_mode: ViewMode) -> dict[str, Json]:
    """The edge as the canvas' code reads it, which takes the label from `engineering`."""
    return {
        "id": edge.id,
        "kind": edge.edge.kind,
        "source": edge.source,
        "target": edge.target,
        "engineering": edge.labels[view_mode],
        "markers": [],
    }


def _route(found: _RoutedEdge) -> Route:
    label = found["label"]
    placed = label and Label(label["x"], label["y"], label["width"], _corners(label["leader"]))
    return Route(_corners(found["corners"]), found["path"], placed)


def _corners(found: list[Corner]) -> tuple[Corner, ...]:
    return tuple((x, y) for x, y in found)


@cache
def _script() -> str:
    return (BUILT / "routing.js").read_text(encoding="utf-8")
