"""How the arrows of a scene run: the canvas' own code, which its build leaves here, run by QuickJS."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypedDict

import quickjs

from exporters.scene.scene import Arrow, Box, Scene
from schemas.core.paths import Json
from schemas.core.view_mode import ViewMode

BUILT = Path(__file__).parent / "built"
MOST_SECONDS = 20
MOST_BYTES = 512 * 1024 * 1024


class SceneTooLarge(Exception):
    """The arrows are too many for their ways to be found in reasonable time."""


@dataclass(frozen=True, slots=True)
class Label:
    """Where the words of an arrow stand: the middle of their box, and its width."""

    x: float
    y: float
    width: float


@dataclass(frozen=True, slots=True)
class Route:
    """How an arrow runs: its corners, the same as an SVG path with the corners rounded, and its label."""

    corners: tuple[tuple[float, float], ...]
    path: str
    label: Label | None


class _Found(TypedDict):
    """An arrow as the canvas' code gives it."""

    id: str
    corners: list[tuple[float, float]]
    path: str
    label: dict[str, float] | None


def route(scene: Scene, look: ViewMode) -> dict[str, Route]:
    """The routes of the arrows of a scene by their ids, in pixels of the whole picture.

    Raises `SceneTooLarge`.
    """
    view = {
        "nodes": {box.id: _node(box) for box in scene.boxes.values()},
        "edges": {arrow.id: _edge(arrow, look) for arrow in scene.arrows.values()},
    }
    context = quickjs.Context()
    context.set_memory_limit(MOST_BYTES)
    context.set_time_limit(MOST_SECONDS)
    context.eval(_script())
    try:
        found: list[_Found] = json.loads(context.eval("scene.routed")(json.dumps(view)))
    except quickjs.JSException as error:
        raise SceneTooLarge from error
    return {arrow["id"]: _route(arrow) for arrow in found}


def _node(box: Box) -> dict[str, Json]:
    return {
        "id": box.id,
        "type": box.state.type if box.state else "Branch",
        "parent": box.parent,
        "x": box.x,
        "y": box.y,
        "width": box.width,
        "height": box.height,
    }


def _edge(arrow: Arrow, look: ViewMode) -> dict[str, Json]:
    """The words on the arrow stand where the canvas looks for those that engineers see."""
    return {
        "id": arrow.id,
        "kind": arrow.edge.kind,
        "source": arrow.source,
        "target": arrow.target,
        "engineering": arrow.labels[look],
        "markers": [],
    }


def _route(found: _Found) -> Route:
    label = found["label"]
    return Route(tuple((x, y) for x, y in found["corners"]), found["path"], Label(**label) if label else None)


@cache
def _script() -> str:
    return (BUILT / "routing.js").read_text(encoding="utf-8")
