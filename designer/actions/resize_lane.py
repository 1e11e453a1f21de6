"""A lane of another size."""

from __future__ import annotations

from designer.actions.annotating import changed, frame, located
from designer.actions.context import Context
from designer.canvas.protocol import ResizeLane
from schemas.workflow import Change


def act(context: Context, intent: ResizeLane) -> Change:
    """Change its place and its size."""
    said = frame(intent.x, intent.y, intent.width, intent.height)
    return Change(design=changed(context, located(context, intent.id, "lane"), said))
