"""Place every state anew, or some relative to each other."""

from __future__ import annotations

from typing import Literal

from designer.protocol.canvas import Intent
from designer.workspace.actions.shared.annotation_layout import follow_states
from designer.workspace.actions.shared.context import Context
from designer.workspace.actions.shared.sidecar import boxes_in, position_entries, write_entries
from exporters.scene import Box, draw, relayout
from schemas.sidecar.design import Point
from schemas.sidecar.workflow import Change


class AutoLayout(Intent):
    """Place every state anew; where `states` are given, only those, relative to each other."""

    kind: Literal["auto-layout"] = "auto-layout"
    states: list[str] = []


def act(context: Context, intent: AutoLayout) -> Change:
    """Write every state's position once all, or those named, are laid out; notes and lanes follow."""
    points: dict[str, Point | Box]
    if intent.states:
        scopes = {context.scope_id(context.state(uid)) for uid in intent.states}
        staying = {uid: box for scope in sorted(scopes) for uid, box in boxes_in(context, scope).items()}
        points = {**staying, **relayout(context.scene, intent.states)}
    else:
        scene = draw(context.workflow, keep_places=False)
        points = {id: box for id, box in scene.boxes.items() if box.state}
    moved = write_entries(context.workflow.design, position_entries(context, points))
    return Change(design=(*moved, *follow_states(context, points)))
