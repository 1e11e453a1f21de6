"""A new note."""

from __future__ import annotations

from designer.protocol.canvas import AddNote
from designer.workspace.actions.shared.annotations import added, note
from designer.workspace.actions.shared.context import Context
from schemas.sidecar.workflow import Change


def act(context: Context, intent: AddNote) -> Change:
    """Add the note. Raises `ActionRefused` where its uid is taken."""
    return Change(design=added(context, "notes", {intent.uid: note(intent.text, intent.x, intent.y)}))
