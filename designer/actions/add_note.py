"""A new note."""

from __future__ import annotations

from designer.actions.annotating import added, note
from designer.actions.context import Context
from designer.canvas.protocol import AddNote
from schemas.workflow import Change


def act(context: Context, intent: AddNote) -> Change:
    """Add the note. Raises `ActionRefused` where its uid is taken."""
    return Change(design=added(context, "notes", {intent.uid: note(intent.text, intent.x, intent.y)}))
