"""Switch between the business and the engineering view."""

from __future__ import annotations

from typing import Literal

from designer.library.store import Acknowledgement
from designer.protocol.canvas import Intent
from designer.workspace.open_workflow import OpenWorkflow
from schemas.core.view_mode import ViewMode


class SetViewMode(Intent):
    """Switch the view mode; the inspector follows."""

    kind: Literal["look-as"] = "look-as"
    look: ViewMode


def run(opened: OpenWorkflow, intent: SetViewMode, acknowledgement: Acknowledgement | None) -> None:
    """Make it the view mode of the tab."""
    opened.view_mode = intent.look
