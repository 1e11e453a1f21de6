"""Add a lane behind the cards."""

from __future__ import annotations

from designer.workspace.actions.add_lane import AddLane
from designer.workspace.actions.shared.annotations import lane_entry
from designer.workspace.sketch_actions.shared.context import SketchContext
from schemas.sidecar.workflow import Change


def act(context: SketchContext, intent: AddLane) -> Change:
    """Add the lane. Raises `ActionRefused` where its uid is taken."""
    new = lane_entry(intent.owner, intent.x, intent.y, intent.width, intent.height)
    return context.change(context.added("lanes", {intent.uid: new}))
