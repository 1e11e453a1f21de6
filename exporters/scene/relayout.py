"""A new layout for some states of a scene; all others stay."""

from __future__ import annotations

from collections.abc import Iterable

from exporters.scene.layout import lay_out
from exporters.scene.rows import Link, Size
from exporters.scene.scene import Box, Scene, is_main
from schemas.sidecar.design import Point


def relayout(scene: Scene, ids: Iterable[str]) -> dict[str, Point]:
    """Return the new positions of these states by id, scope by scope; their top left corner stays."""
    chosen = set(ids)
    scopes: dict[str, list[Box]] = {}
    for box in scene.boxes.values():
        if box.state is not None and box.id in chosen:
            scopes.setdefault(box.parent, []).append(box)
    return {id: point for boxes in scopes.values() for id, point in _laid_out(scene, boxes)}


def _laid_out(scene: Scene, boxes: list[Box]) -> Iterable[tuple[str, Point]]:
    index = {box.id: place for place, box in enumerate(boxes)}
    links = [
        Link(index[edge.source], index[edge.target], is_main(edge.edge), edge.edge.kind)
        for edge in scene.edges.values()
        if edge.source in index and edge.target in index
    ]
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    corners = lay_out(tuple(Size(box.width, box.height) for box in boxes), tuple(links), None)
    return [(box.id, Point(left + x, top + y)) for box, (x, y) in zip(boxes, corners, strict=True)]
