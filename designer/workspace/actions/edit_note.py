"""Edit the text of a note."""

from __future__ import annotations

from typing import Literal

from designer.protocol.canvas import Intent
from designer.workspace.actions.shared.annotations import change_entry, locate
from designer.workspace.actions.shared.context import Context
from schemas.sidecar.annotations import MAX_NOTE_LENGTH
from schemas.sidecar.workflow import Change


class EditNote(Intent):
    """Give a note another text."""

    kind: Literal["edit-note"] = "edit-note"
    id: str
    text: str


def act(context: Context, intent: EditNote) -> Change:
    """Set its text, cut to the longest length of a note."""
    key = locate(context, intent.id, "note")
    return Change(design=change_entry(context, key, {"text": intent.text[:MAX_NOTE_LENGTH]}))
