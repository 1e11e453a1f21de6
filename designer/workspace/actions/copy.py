"""Copy states as ASL text."""

from __future__ import annotations

from typing import Literal

from designer.library.store import Acknowledgement
from designer.protocol.canvas import ClipboardText, Intent
from designer.workspace.actions.shared.context import ActionRefused
from designer.workspace.actions.shared.fragment import copy_text
from designer.workspace.open_workflow import OpenWorkflow
from schemas.sidecar.identity import identify


class Copy(Intent):
    """Ask for the ASL text of these states; Python answers with `Response.clipboard`."""

    kind: Literal["copy"] = "copy"
    states: list[str]


def run(opened: OpenWorkflow, intent: Copy, acknowledgement: Acknowledgement | None) -> None:
    """Make the states' text the content of the clipboard; a copy without a number has nobody to go to.

    Raises `ActionRefused` where all of them are gone.
    """
    known = identify(opened.workflow.document.value, opened.workflow.design).states
    if intent.states and not known.keys() & set(intent.states):
        raise ActionRefused("action-gone")
    if acknowledgement is not None:
        text = copy_text(opened.workflow, intent.states)
        opened.clipboard = ClipboardText(number=acknowledgement.number, text=text)
