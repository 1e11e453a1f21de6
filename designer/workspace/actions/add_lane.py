"""Add a lane behind the states."""

from __future__ import annotations

from typing import Literal

from designer.protocol.canvas import Intent
from designer.workspace.actions.shared.annotations import add_entries, lane_entry
from designer.workspace.actions.shared.context import Context
from schemas.sidecar.workflow import Change


class AddLane(Intent):
    """Add a lane behind the states. The canvas chooses its uid."""

    kind: Literal["add-lane"] = "add-lane"
    uid: str
    owner: str
    x: float
    y: float
    width: float
    height: float


def act(context: Context, intent: AddLane) -> Change:
    """Add the lane. Raises `ActionRefused` where its uid is taken."""
    new = lane_entry(intent.owner, intent.x, intent.y, intent.width, intent.height)
    return Change(design=add_entries(context, "lanes", {intent.uid: new}))
