"""A lane that somebody else answers for."""

from __future__ import annotations

from designer.protocol.canvas import RenameLane
from designer.workspace.actions.shared.annotations import changed, located, owner_name
from designer.workspace.actions.shared.context import Context
from schemas.sidecar.workflow import Change


def act(context: Context, intent: RenameLane) -> Change:
    """Change its name."""
    where = located(context, intent.id, "lane")
    return Change(design=changed(context, where, {"owner": owner_name(intent.owner)}))
