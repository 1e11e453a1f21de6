"""A new lane behind the states."""

from __future__ import annotations

from designer.actions.annotating import added, lane
from designer.actions.context import Context
from designer.canvas.protocol import AddLane
from schemas.workflow import Change


def act(context: Context, intent: AddLane) -> Change:
    """Add the lane. Raises `ActionRefused` where its uid is taken."""
    new = lane(intent.owner, intent.x, intent.y, intent.width, intent.height)
    return Change(design=added(context, "lanes", {intent.uid: new}))
