"""A lane of another size."""

from __future__ import annotations

from designer.protocol.canvas import ResizeLane
from designer.workspace.actions.shared.annotations import changed, frame, located
from designer.workspace.actions.shared.context import Context
from schemas.sidecar.workflow import Change


def act(context: Context, intent: ResizeLane) -> Change:
    """Change its place and its size."""
    said = frame(intent.x, intent.y, intent.width, intent.height)
    return Change(design=changed(context, located(context, intent.id, "lane"), said))
