"""A note that says something else."""

from __future__ import annotations

from designer.actions.annotating import changed, located
from designer.actions.context import Context
from designer.canvas.protocol import EditNote
from schemas.annotations import LONGEST_NOTE
from schemas.workflow import Change


def act(context: Context, intent: EditNote) -> Change:
    """Change its text."""
    where = located(context, intent.id, "note")
    return Change(design=changed(context, where, {"text": intent.text[:LONGEST_NOTE]}))
