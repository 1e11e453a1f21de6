"""Room for a state that is put between others."""

from __future__ import annotations

from collections.abc import Mapping

from exporters.scene import GAP_DOWN, Box, Size
from schemas.design import Point


def make_room(
    boxes: Mapping[str, Box], wanted: Point, size: Size, behind: Box | None
) -> tuple[Point, dict[str, Point]]:
    """Where a new box of that size goes, and where all others then stand.

    It goes where it is wanted, but not onto the box it follows; what it would cover moves down, with
    everything below that.
    """
    point = wanted
    if behind and _touches(behind, point, size, 0):
        point = Point(wanted.x, behind.y + behind.height + GAP_DOWN)
    bottom = point.y + size.height
    middle = point.y + size.height / 2
    hit = [
        box.y
        for box in boxes.values()
        if box != behind and _touches(box, point, size, GAP_DOWN) and box.y + box.height / 2 > middle
    ]
    line = min(hit, default=None)
    places = {uid: Point(box.x, box.y) for uid, box in boxes.items()}
    if line is None:
        return point, places
    down = bottom + GAP_DOWN - line
    below = {uid: Point(box.x, box.y + down) for uid, box in boxes.items() if box.y >= line and box != behind}
    return point, places | below


def _touches(box: Box, point: Point, size: Size, gap: float) -> bool:
    """Whether `box` reaches into the place, or into the gap below it."""
    across = box.x < point.x + size.width and point.x < box.x + box.width
    return across and box.y < point.y + size.height + gap and point.y < box.y + box.height
