"""Undo the last change."""

from __future__ import annotations

from typing import Literal

from designer.library.store import Acknowledgement
from designer.protocol.canvas import Intent
from designer.workspace.open_workflow import OpenWorkflow


class Undo(Intent):
    """Undo the last change."""

    kind: Literal["undo"] = "undo"


def run(opened: OpenWorkflow, intent: Undo, acknowledgement: Acknowledgement | None) -> None:
    """Undo it. Raises `EditRefused` where there is nothing to undo, or a later change does not allow it."""
    opened.undo(acknowledgement)
