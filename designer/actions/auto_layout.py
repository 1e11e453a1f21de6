"""Every state placed anew."""

from __future__ import annotations

from designer.actions.context import Context
from designer.actions.sidecar import places, record
from designer.canvas.protocol import AutoLayout
from exporters.scene import draw
from schemas.workflow import Change


def act(context: Context, intent: AutoLayout) -> Change:
    """Say in the sidecar where every state stands once all are laid out."""
    scene = draw(context.workflow, keep_places=False)
    return Change(design=record(context, places({id: box for id, box in scene.boxes.items() if box.state})))
