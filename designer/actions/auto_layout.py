"""Every state placed anew, or some among each other."""

from __future__ import annotations

from designer.actions.context import Context
from designer.actions.following import following
from designer.actions.sidecar import entries, standing, write
from designer.canvas.protocol import AutoLayout
from exporters.scene import Box, arrange, draw
from schemas.design import Point
from schemas.workflow import Change


def act(context: Context, intent: AutoLayout) -> Change:
    """Say in the sidecar where every state stands once all, or those named, are laid out."""
    points: dict[str, Point | Box]
    if intent.states:
        scopes = {context.scope_id(context.state(uid)) for uid in intent.states}
        staying = {uid: box for scope in sorted(scopes) for uid, box in standing(context, scope).items()}
        points = {**staying, **arrange(context.scene, intent.states)}
    else:
        scene = draw(context.workflow, keep_places=False)
        points = {id: box for id, box in scene.boxes.items() if box.state}
    said = write(context.workflow.design, entries(context, points))
    return Change(design=(*said, *following(context, points)))
