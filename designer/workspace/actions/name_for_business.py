"""What the people of the business call a state."""

from __future__ import annotations

from designer.protocol.canvas import NameForBusiness
from designer.workspace.actions.shared.context import Context
from designer.workspace.actions.shared.sidecar import described
from schemas.sidecar.workflow import Change


def act(context: Context, intent: NameForBusiness) -> Change:
    """Say in the sidecar what they call it; with an empty name, that they have no name of their own."""
    return Change(design=described(context, intent.uid, "businessName", " ".join(intent.name.split())))
