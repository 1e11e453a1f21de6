"""Copy states as ASL text."""

from __future__ import annotations

from typing import Literal

from designer.library.store import Acknowledgement
from designer.protocol.canvas import ClipboardText, Intent
from designer.workspace.actions.shared.fragment import copy_text
from designer.workspace.open_workflow import OpenWorkflow


class Copy(Intent):
    """Ask for the ASL text of these states; Python answers with `Response.clipboard`."""

    kind: Literal["copy"] = "copy"
    states: list[str]


def run(opened: OpenWorkflow, intent: Copy, acknowledgement: Acknowledgement | None) -> None:
    """Make the states' text the content of the clipboard; a copy without a number has nobody to go to."""
    if acknowledgement is not None:
        text = copy_text(opened.workflow, intent.states)
        opened.clipboard = ClipboardText(number=acknowledgement.number, text=text)
