"""Move and resize a lane."""

from __future__ import annotations

from designer.workspace.actions.resize_lane import ResizeLane
from designer.workspace.actions.shared.annotations import lane_frame
from designer.workspace.sketch_actions.shared.context import SketchContext
from schemas.sidecar.workflow import Change


def act(context: SketchContext, intent: ResizeLane) -> Change:
    """Set its position and size. Raises `ActionRefused` for a lane that is gone."""
    frame = lane_frame(intent.x, intent.y, intent.width, intent.height)
    return context.change(context.changed("lanes", context.lane(intent.id)[0], frame))
