"""Add a note."""

from __future__ import annotations

from typing import Literal

from designer.protocol.canvas import Intent
from designer.workspace.actions.shared.annotations import add_entries, note_entry
from designer.workspace.actions.shared.context import Context
from schemas.sidecar.workflow import Change


class AddNote(Intent):
    """Add a note. The canvas chooses its uid; `dropped` says that a person has put it right there."""

    kind: Literal["add-note"] = "add-note"
    uid: str
    text: str = ""
    x: float
    y: float
    dropped: bool = False


def act(context: Context, intent: AddNote) -> Change:
    """Add the note. Raises `ActionRefused` where its uid is taken."""
    return Change(
        design=add_entries(context, "notes", {intent.uid: note_entry(intent.text, intent.x, intent.y)})
    )


def by_hand(intent: AddNote) -> list[str]:
    """The id of a note that was dropped."""
    return [f"note:{intent.uid}"] if intent.dropped else []
