"""Redo the change that was undone last."""

from __future__ import annotations

from typing import Literal

from designer.library.store import Acknowledgement
from designer.protocol.canvas import Intent
from designer.workspace.open_workflow import OpenWorkflow


class Redo(Intent):
    """Redo the change that was undone last."""

    kind: Literal["redo"] = "redo"


def run(opened: OpenWorkflow, intent: Redo, acknowledgement: Acknowledgement | None) -> None:
    """Redo it. Raises `EditRefused` where nothing was undone, or a later change does not allow it."""
    opened.redo(acknowledgement)
