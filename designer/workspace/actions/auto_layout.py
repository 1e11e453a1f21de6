"""Place every state anew, or some relative to each other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from designer.protocol.canvas import Intent
from designer.workspace.actions.shared.annotation_layout import follow_states
from designer.workspace.actions.shared.context import Context
from designer.workspace.actions.shared.make_room import Positions, make_room, rects_in
from designer.workspace.actions.shared.sidecar import boxes_around, position_entries, write_entries
from exporters.scene import draw, relayout
from exporters.scene.space import Rect, overlap
from schemas.sidecar.design import Point
from schemas.sidecar.workflow import Change


class AutoLayout(Intent):
    """Place every state anew; where `states` are given, only those, relative to each other."""

    kind: Literal["auto-layout"] = "auto-layout"
    states: list[str] = []


def act(context: Context, intent: AutoLayout) -> Change:
    """Write every state's position once all, or those named, are laid out; notes and lanes follow."""
    points: Positions
    if intent.states:
        laid_out = relayout(context.scene, intent.states)
        scopes = {context.scope_id(context.state(uid)) for uid in intent.states}
        points = {uid: box for scope in sorted(scopes) for uid, box in boxes_around(context, scope).items()}
        points |= laid_out
        for scope in scopes:
            points |= _with_room(context, scope, laid_out)
    else:
        scene = draw(context.workflow, keep_places=False)
        points = {id: box for id, box in scene.boxes.items() if box.state}
    moved = write_entries(context.workflow.design, position_entries(context, points))
    return Change(design=(*moved, *follow_states(context, points)))


def _with_room(context: Context, scope: str, laid_out: Mapping[str, Point]) -> dict[str, Point]:
    """The positions in the scope once the others make room for those that were laid out, where they must."""
    rects = rects_in(context, scope)
    new = {uid: rects[uid].at(point.x, point.y) for uid, point in laid_out.items() if uid in rects}
    others = {uid: rect for uid, rect in rects.items() if uid not in new}
    if not any(overlap(one, other) for one in new.values() for other in others.values()):
        return {}
    left, top = min(rect.x for rect in new.values()), min(rect.y for rect in new.values())
    right, bottom = max(rect.right for rect in new.values()), max(rect.bottom for rect in new.values())
    around = Rect(left, top, right - left, bottom - top)
    place, apart = make_room(others, around, context.scene.successors)
    moved = {uid: rect.at(rect.x, rect.y + place.y - top) for uid, rect in new.items()}
    return {uid: rect.corner for uid, rect in {**apart, **moved}.items()}
