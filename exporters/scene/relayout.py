"""Some states of a scene laid out anew among each other; all others stay."""

from __future__ import annotations

from collections.abc import Iterable

from exporters.scene.layout import lay_out
from exporters.scene.rows import Line, Size
from exporters.scene.scene import Box, Scene, is_main
from schemas.sidecar.design import Point


def arrange(scene: Scene, ids: Iterable[str]) -> dict[str, Point]:
    """Where these states go, scope by scope; their top left corner stays where it is."""
    chosen = set(ids)
    scopes: dict[str, list[Box]] = {}
    for box in scene.boxes.values():
        if box.state is not None and box.id in chosen:
            scopes.setdefault(box.parent, []).append(box)
    return {id: point for boxes in scopes.values() for id, point in _laid_out(scene, boxes)}


def _laid_out(scene: Scene, boxes: list[Box]) -> Iterable[tuple[str, Point]]:
    index = {box.id: place for place, box in enumerate(boxes)}
    lines = [
        Line(index[arrow.source], index[arrow.target], is_main(arrow.edge), arrow.edge.kind)
        for arrow in scene.arrows.values()
        if arrow.source in index and arrow.target in index
    ]
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    corners = lay_out(tuple(Size(box.width, box.height) for box in boxes), tuple(lines), None)
    return [(box.id, Point(left + x, top + y)) for box, (x, y) in zip(boxes, corners, strict=True)]
