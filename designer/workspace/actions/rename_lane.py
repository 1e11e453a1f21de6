"""Name another owner of a lane."""

from __future__ import annotations

from typing import Literal

from designer.protocol.canvas import Intent
from designer.workspace.actions.shared.annotations import change_entry, locate, owner_name
from designer.workspace.actions.shared.context import Context
from schemas.sidecar.workflow import Change


class RenameLane(Intent):
    """Name another owner of a lane."""

    kind: Literal["rename-lane"] = "rename-lane"
    id: str
    owner: str


def act(context: Context, intent: RenameLane) -> Change:
    """Set its owner."""
    key = locate(context, intent.id, "lane")
    return Change(design=change_entry(context, key, {"owner": owner_name(intent.owner)}))
