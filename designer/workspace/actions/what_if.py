"""Show what happens if the selected state fails."""

from __future__ import annotations

from typing import Literal

from designer.library.store import Acknowledgement
from designer.protocol.canvas import Intent
from designer.workspace.open_workflow import OpenWorkflow


class WhatIf(Intent):
    """Show the course of an error in whatever state is selected; None ends that.

    A state that cannot raise the error shows its first one, and so does "".
    """

    kind: Literal["what-if"] = "what-if"
    error: str | None


def run(opened: OpenWorkflow, intent: WhatIf, acknowledgement: Acknowledgement | None) -> None:
    """Keep it for the tab."""
    opened.what_if = intent.error
