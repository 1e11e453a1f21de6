"""Makes room for a state that is put between others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from designer.workspace.actions.shared.context import Context
from designer.workspace.actions.shared.insert_position import InsertPosition
from designer.workspace.actions.shared.sidecar import boxes_in
from exporters.scene import GAP_DOWN, Box, Size
from schemas.sidecar.design import Point


def place_at(
    context: Context, at: InsertPosition, scope_id: str, wanted: Point, size: Size
) -> tuple[Point, Mapping[str, Point | Box]]:
    """The position of a new box of that size in the scope, and the positions of the scope's states by uid.

    The states make room if the box comes between them, and stay otherwise.
    """
    boxes = boxes_in(context, scope_id)
    if not at.is_between:
        return wanted, boxes
    predecessor = boxes[context.identity.uids[at.predecessor.path]] if at.predecessor else None
    return make_room(boxes, wanted, size, predecessor)


def make_room(
    boxes: Mapping[str, Box], wanted: Point, size: Size, behind: Box | None
) -> tuple[Point, dict[str, Point]]:
    """The position of a new box of that size, and the positions of all others after that, by uid.

    The new box goes to the point that is wanted, or below the boxes there that begin higher and below the
    box `behind` that it follows. The boxes that it would cover move down, with everything below them.
    """
    point = wanted
    if behind and _touches(behind, point, size, 0):
        point = _below([behind], wanted)
    while above := [box for box in boxes.values() if _is_above(box, point, size)]:
        point = _below(above, wanted)
    hit = [box.y for box in boxes.values() if _touches(box, point, size, GAP_DOWN) and box.y >= point.y]
    line = min(hit, default=None)
    places = {uid: Point(box.x, box.y) for uid, box in boxes.items()}
    if line is None:
        return point, places
    down = point.y + size.height + GAP_DOWN - line
    below = {uid: Point(box.x, box.y + down) for uid, box in boxes.items() if box.y >= line}
    return point, places | below


def _below(boxes: Iterable[Box], wanted: Point) -> Point:
    return Point(wanted.x, max(box.y + box.height for box in boxes) + GAP_DOWN)


def _is_above(box: Box, point: Point, size: Size) -> bool:
    """True if `box` begins higher and overlaps the new box."""
    return box.y < point.y and _touches(box, point, size, 0)


def _touches(box: Box, point: Point, size: Size, gap: float) -> bool:
    """True if `box` overlaps the new box, or the gap below it."""
    across = box.x < point.x + size.width and point.x < box.x + box.width
    return across and box.y < point.y + size.height + gap and point.y < box.y + box.height
