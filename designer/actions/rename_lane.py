"""A lane that somebody else answers for."""

from __future__ import annotations

from designer.actions.annotating import changed, located, owner_name
from designer.actions.context import Context
from designer.canvas.protocol import RenameLane
from schemas.workflow import Change


def act(context: Context, intent: RenameLane) -> Change:
    """Change its name."""
    where = located(context, intent.id, "lane")
    return Change(design=changed(context, where, {"owner": owner_name(intent.owner)}))
