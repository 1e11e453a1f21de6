"""How notes and lanes go along with states that are laid out anew."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from math import hypot

from designer.workspace.actions.shared.annotations import changed, frame
from designer.workspace.actions.shared.context import Context
from designer.workspace.actions.shared.sidecar import position, standing
from exporters.scene import Box
from schemas.core.edits import Edit
from schemas.core.paths import Json
from schemas.sidecar.annotations import Lane, read_annotations
from schemas.sidecar.design import Point

SIDE, HEAD, FOOT = 24, 40, 8
"""Room around the states in a lane, above them for its title; lanes one below the other just keep apart."""


def following(context: Context, points: Mapping[str, Point | Box]) -> Iterator[Edit]:
    """Put each lane around the states that stood in it, and keep each note as far from its nearest state.

    `points` are the new places of states.
    """
    before = standing(context, "")
    known = {uid: points[uid] for uid in before if uid in points}
    after = before | {uid: replace(before[uid], x=point.x, y=point.y) for uid, point in known.items()}
    found = read_annotations(context.workflow.design)
    for uid, lane in found.lanes.items():
        inside = [after[id] for id, box in before.items() if _is_in(lane, box)]
        if inside:
            yield from changed(context, ("lanes", uid), _around(inside))
    for uid, note in found.notes.items():
        nearest = min(before.values(), key=lambda box: _distance(note.position, box), default=None)
        if nearest is not None:
            there = after[nearest.id]
            point = Point(note.position.x + there.x - nearest.x, note.position.y + there.y - nearest.y)
            yield from changed(context, ("notes", uid), {"position": position(point)})


def _is_in(lane: Lane, box: Box) -> bool:
    x, y = box.x + box.width / 2 - lane.position.x, box.y + box.height / 2 - lane.position.y
    return 0 < x < lane.width and 0 < y < lane.height


def _around(boxes: list[Box]) -> dict[str, Json]:
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    right = max(box.x + box.width for box in boxes)
    bottom = max(box.y + box.height for box in boxes)
    return frame(left - SIDE, top - HEAD, right - left + 2 * SIDE, bottom - top + HEAD + FOOT)


def _distance(point: Point, box: Box) -> float:
    return hypot(point.x - box.x - box.width / 2, point.y - box.y - box.height / 2)
