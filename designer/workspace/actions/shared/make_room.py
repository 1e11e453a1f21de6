"""Makes room for states that are put into a scope."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from math import inf

from designer.workspace.actions.shared.context import Context
from designer.workspace.actions.shared.insert_position import InsertPosition
from designer.workspace.actions.shared.sidecar import boxes_around, boxes_in
from exporters.scene import GAP_DOWN, PADDING, START_SPACE, TITLE, Box, Size
from exporters.scene.space import Rect, nearest_free, overlap, pushed_off, reading_order
from schemas.sidecar.design import Point

Positions = dict[str, Point | Box]


def place_at(
    context: Context, at: InsertPosition, scope_id: str, wanted: Point, size: Size
) -> tuple[Point, Positions]:
    """The position of a new box of that size in the scope, and the positions of the states of the scope and
    of those around it, by uid.

    The states make room if the box comes between them. Otherwise they stay, and the box goes where it covers
    none of them.
    """
    staying: Positions = dict(boxes_around(context, scope_id))
    rects = rects_in(context, scope_id)
    new = inside(scope_id, Rect(wanted.x, wanted.y, size.width, size.height))
    if not at.is_between:
        return free_place(scope_id, new, list(rects.values())).corner, staying
    uids = context.identity.uids
    behind = uids[at.predecessor.path] if at.predecessor else None
    follower = uids[at.edge.target.path] if at.edge and at.edge.target else None
    new, apart = make_room(rects, new, context.scene.successors, behind, follower)
    return new.corner, staying | {uid: rect.corner for uid, rect in apart.items()}


def make_room(
    rects: Mapping[str, Rect],
    wanted: Rect,
    successors: Mapping[str, set[str]],
    behind: str | None = None,
    follower: str | None = None,
) -> tuple[Rect, dict[str, Rect]]:
    """The place of a new box, and the places of all others after that, by uid.

    The new box goes to the place that is wanted, or below the boxes there that begin higher and below the
    box `behind` that it follows. The boxes that it would cover move off it, with what follows them; the box
    `follower`, to which it leads, moves down.
    """
    new = wanted
    if behind and _reaches(rects[behind], new, 0):
        new = _below([rects[behind]], new)
    while above := [rect for rect in rects.values() if rect.y < new.y and _reaches(rect, new, 0)]:
        new = _below(above, new)
    places = dict(rects)
    for uid in sorted(rects, key=lambda uid: reading_order(rects[uid])):
        if places[uid].y >= new.y and _reaches(places[uid], new, GAP_DOWN):
            is_below = uid == follower or not overlap(places[uid], new)
            places = pushed_off(places, uid, new, successors, moves_down=is_below)
    return new, places


def rects_in(context: Context, scope_id: str) -> dict[str, Rect]:
    """The rectangles of the states of one scope, by uid."""
    return {uid: box.rect for uid, box in boxes_in(context, scope_id).items()}


def free_place(scope_id: str, wanted: Rect, taken: Collection[Rect]) -> Rect:
    """The place in the scope nearest to the wanted one where the box covers nothing that is taken."""
    return nearest_free(inside(scope_id, wanted), taken, PADDING if scope_id else -inf)


def inside(scope_id: str, rect: Rect) -> Rect:
    """The rectangle, moved to where the padding and the title of its scope end."""
    if not scope_id:
        return rect
    return rect.at(max(rect.x, PADDING), max(rect.y, TITLE + START_SPACE))


def _below(rects: list[Rect], wanted: Rect) -> Rect:
    return wanted.at(wanted.x, max(rect.bottom for rect in rects) + GAP_DOWN)


def _reaches(rect: Rect, new: Rect, gap: float) -> bool:
    """True if `rect` overlaps the new box, or the gap below it."""
    return overlap(rect, Rect(new.x, new.y, new.width, new.height + gap))
