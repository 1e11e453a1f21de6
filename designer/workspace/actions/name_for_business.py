"""Give a state a name for the business."""

from __future__ import annotations

from typing import Literal

from designer.protocol.canvas import Intent
from designer.workspace.actions.shared.context import Context
from designer.workspace.actions.shared.sidecar import described
from schemas.sidecar.workflow import Change


class NameForBusiness(Intent):
    """Give a state another name for the people of the business; its own name stays."""

    kind: Literal["name-for-business"] = "name-for-business"
    uid: str
    name: str


def act(context: Context, intent: NameForBusiness) -> Change:
    """Say in the sidecar what they call it; with an empty name, that they have no name of their own."""
    return Change(design=described(context, intent.uid, "businessName", " ".join(intent.name.split())))
