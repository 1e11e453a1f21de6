"""Move and resize a lane."""

from __future__ import annotations

from typing import Literal

from designer.protocol.canvas import Intent
from designer.workspace.actions.shared.annotations import change_entry, lane_frame, locate
from designer.workspace.actions.shared.context import Context
from schemas.sidecar.workflow import Change


class ResizeLane(Intent):
    """Give a lane another position and size."""

    kind: Literal["resize-lane"] = "resize-lane"
    id: str
    x: float
    y: float
    width: float
    height: float


def act(context: Context, intent: ResizeLane) -> Change:
    """Set its position and size."""
    frame = lane_frame(intent.x, intent.y, intent.width, intent.height)
    return Change(design=change_entry(context, locate(context, intent.id, "lane"), frame))
