"""The paths of the edges of a scene, found by the canvas' own code, which QuickJS runs."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypedDict

import quickjs

from exporters.scene.scene import Box, Scene, SceneEdge
from exporters.scene.sketch import CardArrow, CardBox, SketchScene
from schemas.asl.graph import ends
from schemas.core.paths import Json
from schemas.core.view_mode import ViewMode

Corner = tuple[float, float]

BUILT = Path(__file__).parent / "built"
MOST_SECONDS = 20
SAME_BEGINNING = 6
"""Characters that every card shows of a title."""
MOST_BYTES = 512 * 1024 * 1024


class SceneTooLarge(Exception):
    """The scene has too many boxes or edges to be routed and drawn in reasonable time."""


@dataclass(frozen=True, slots=True)
class Label:
    """The position of an edge's label: the middle of its box, and the width of the box.

    `words` is the label as it is shown: shorter where it would look like another one of the same state.
    `leader` has the two ends of a line from the box to the edge, where there was no room on or beside it.
    """

    words: str
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
    words: str
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
    return _routed(view)


def route_sketch(scene: SketchScene) -> dict[str, Route]:
    """Return the routes of the arrows of a sketch by their uids. Raises `SceneTooLarge`."""
    return _routed(
        {
            "nodes": {box.id: _card(box) for box in scene.boxes.values()},
            "edges": {arrow.id: _arrow(arrow) for arrow in scene.arrows.values()},
        }
    )


def short_titles(scene: Scene, titles: dict[str, str]) -> dict[str, str]:
    """Return shorter titles by id, for those of `titles` that would be cut to the same beginning.

    Raises `SceneTooLarge`.
    """
    beginnings = Counter(title[:SAME_BEGINNING] for title in titles.values() if len(title) > SAME_BEGINNING)
    if not any(count > 1 for count in beginnings.values()):
        return {}
    states = [{**_node(scene.boxes[id]), "title": title} for id, title in titles.items()]
    found: dict[str, str] = json.loads(_run("titles", json.dumps(states)))
    return found


def _routed(view: dict[str, dict[str, dict[str, Json]]]) -> dict[str, Route]:
    found: list[_RoutedEdge] = json.loads(_run("routed", json.dumps(view)))
    return {edge["id"]: _route(edge) for edge in found}


def _run(function: str, argument: str) -> str:
    """The result of a function of the canvas' code; both are JSON."""
    context = quickjs.Context()
    context.set_memory_limit(MOST_BYTES)
    context.set_time_limit(MOST_SECONDS)
    context.eval(_script())
    try:
        return str(context.eval(f"scene.{function}")(argument))
    except quickjs.JSException as error:
        raise SceneTooLarge from error


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


def _card(box: CardBox) -> dict[str, Json]:
    """The card as the canvas' code reads a node."""
    rect = box.rect
    size: dict[str, Json] = {"x": rect.x, "y": rect.y, "width": rect.width, "height": rect.height}
    return {"id": box.id, "type": box.card.kind, "terminal": False, "parent": "", **size}


def _arrow(drawn: CardArrow) -> dict[str, Json]:
    """The arrow as the canvas' code reads an edge."""
    return {
        "id": drawn.id,
        "kind": drawn.kind,
        "source": drawn.arrow.source,
        "target": drawn.arrow.target,
        "engineering": drawn.arrow.label,
        "markers": [],
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
    return Route(_corners(found["corners"]), found["path"], _label(label) if label else None)


def _label(found: _Label) -> Label:
    return Label(found["words"], found["x"], found["y"], found["width"], _corners(found["leader"]))


def _corners(found: list[Corner]) -> tuple[Corner, ...]:
    return tuple((x, y) for x, y in found)


@cache
def _script() -> str:
    return (BUILT / "routing.js").read_text(encoding="utf-8")
