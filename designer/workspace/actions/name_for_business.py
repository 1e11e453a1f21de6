"""Give a state a name for the business."""

from __future__ import annotations

from typing import Literal

from designer.protocol.canvas import Intent
from designer.workspace.actions.shared.context import Context
from designer.workspace.actions.shared.sidecar import set_text
from schemas.sidecar.workflow import Change


class NameForBusiness(Intent):
    """Give a state another name for the people of the business; its own name stays."""

    kind: Literal["name-for-business"] = "name-for-business"
    uid: str
    name: str


def act(context: Context, intent: NameForBusiness) -> Change:
    """Write the business name into the sidecar; an empty name removes it."""
    return Change(design=set_text(context, intent.uid, "businessName", " ".join(intent.name.split())))
