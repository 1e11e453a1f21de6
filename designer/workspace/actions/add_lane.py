"""A new lane behind the states."""

from __future__ import annotations

from designer.protocol.canvas import AddLane
from designer.workspace.actions.shared.annotations import added, lane
from designer.workspace.actions.shared.context import Context
from schemas.sidecar.workflow import Change


def act(context: Context, intent: AddLane) -> Change:
    """Add the lane. Raises `ActionRefused` where its uid is taken."""
    new = lane(intent.owner, intent.x, intent.y, intent.width, intent.height)
    return Change(design=added(context, "lanes", {intent.uid: new}))
