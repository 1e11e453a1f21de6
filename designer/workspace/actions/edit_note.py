"""A note that says something else."""

from __future__ import annotations

from designer.protocol.canvas import EditNote
from designer.workspace.actions.shared.annotations import changed, located
from designer.workspace.actions.shared.context import Context
from schemas.sidecar.annotations import LONGEST_NOTE
from schemas.sidecar.workflow import Change


def act(context: Context, intent: EditNote) -> Change:
    """Change its text."""
    where = located(context, intent.id, "note")
    return Change(design=changed(context, where, {"text": intent.text[:LONGEST_NOTE]}))
