"""Name another owner of a lane."""

from __future__ import annotations

from typing import Literal

from designer.protocol.canvas import Intent
from designer.workspace.actions.shared.annotations import changed, located, owner_name
from designer.workspace.actions.shared.context import Context
from schemas.sidecar.workflow import Change


class RenameLane(Intent):
    """Name another owner of a lane."""

    kind: Literal["rename-lane"] = "rename-lane"
    id: str
    owner: str


def act(context: Context, intent: RenameLane) -> Change:
    """Change its name."""
    where = located(context, intent.id, "lane")
    return Change(design=changed(context, where, {"owner": owner_name(intent.owner)}))
