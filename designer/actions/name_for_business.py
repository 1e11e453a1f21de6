"""What the people of the business call a state."""

from __future__ import annotations

from designer.actions.context import Context
from designer.actions.sidecar import described
from designer.canvas.protocol import NameForBusiness
from schemas.workflow import Change


def act(context: Context, intent: NameForBusiness) -> Change:
    """Say in the sidecar what they call it; with an empty name, that they have no name of their own."""
    return Change(design=described(context, intent.uid, "businessName", " ".join(intent.name.split())))
