"""The layout of notes and lanes whose states are laid out anew."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from math import hypot

from designer.workspace.actions.shared.annotations import change_entry, lane_frame
from designer.workspace.actions.shared.context import Context
from designer.workspace.actions.shared.sidecar import boxes_in, position
from exporters.scene import Box
from exporters.scene.space import Rect
from schemas.core.edits import Edit
from schemas.core.paths import Json
from schemas.sidecar.annotations import Lane, read_annotations
from schemas.sidecar.design import Point

SIDE, HEAD, FOOT = 24, 40, 8
"""Pixels between a lane's states and its border: at the sides, above them (for its title) and below."""


def follow_states(context: Context, points: Mapping[str, Point | Box]) -> Iterator[Edit]:
    """Put each lane around the states that were in it, and move each note with the state nearest to it.

    `points` are the new positions of states, by uid.
    """
    before = boxes_in(context, "")
    moved = {uid: points[uid] for uid in before if uid in points}
    after = before | {uid: replace(before[uid], x=point.x, y=point.y) for uid, point in moved.items()}
    annotations = read_annotations(context.workflow.design)
    for uid, lane in annotations.lanes.items():
        inside = [after[id].rect for id, box in before.items() if is_in(lane, box.rect)]
        if inside:
            yield from change_entry(context, ("lanes", uid), frame_around(inside))
    for uid, note in annotations.notes.items():
        nearest = min(before.values(), key=lambda box: _distance(note.position, box), default=None)
        if nearest is not None:
            there = after[nearest.id]
            point = Point(note.position.x + there.x - nearest.x, note.position.y + there.y - nearest.y)
            yield from change_entry(context, ("notes", uid), {"position": position(point)})


def is_in(lane: Lane, rect: Rect) -> bool:
    """True if the middle of the rectangle lies in the lane."""
    x, y = rect.x + rect.width / 2 - lane.position.x, rect.y + rect.height / 2 - lane.position.y
    return 0 < x < lane.width and 0 < y < lane.height


def frame_around(rects: list[Rect]) -> dict[str, Json]:
    """The fields of a lane around these rectangles."""
    left, top = min(rect.x for rect in rects), min(rect.y for rect in rects)
    right, bottom = max(rect.right for rect in rects), max(rect.bottom for rect in rects)
    return lane_frame(left - SIDE, top - HEAD, right - left + 2 * SIDE, bottom - top + HEAD + FOOT)


def _distance(point: Point, box: Box) -> float:
    return hypot(point.x - box.x - box.width / 2, point.y - box.y - box.height / 2)
