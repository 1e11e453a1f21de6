"""Every state placed anew."""

from __future__ import annotations

from designer.actions.context import Context
from designer.actions.sidecar import entries, write
from designer.canvas.protocol import AutoLayout
from exporters.scene import draw
from schemas.workflow import Change


def act(context: Context, intent: AutoLayout) -> Change:
    """Say in the sidecar where every state stands once all are laid out."""
    scene = draw(context.workflow, keep_places=False)
    states = {id: box for id, box in scene.boxes.items() if box.state}
    return Change(design=write(context.workflow.design, entries(context, states)))
