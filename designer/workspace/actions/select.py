"""Select states and edges."""

from __future__ import annotations

from typing import Literal

from designer.library.store import Acknowledgement
from designer.protocol.canvas import Intent
from designer.workspace.open_workflow import OpenWorkflow


class Select(Intent):
    """Select these states and edges; the inspector follows."""

    kind: Literal["select"] = "select"
    ids: list[str]


def run(opened: OpenWorkflow, intent: Select, acknowledgement: Acknowledgement | None) -> None:
    """Make them the selection of the tab."""
    opened.selected = tuple(intent.ids)
