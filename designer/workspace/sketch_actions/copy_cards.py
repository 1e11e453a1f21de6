"""Copy cards as text."""

from __future__ import annotations

from designer.library.store import Acknowledgement
from designer.protocol.canvas import ClipboardText
from designer.workspace.actions.copy import Copy
from designer.workspace.actions.shared.context import ActionRefused
from designer.workspace.open_workflow import OpenWorkflow
from designer.workspace.sketch_actions.shared.fragment import fragment_of, written


def run(opened: OpenWorkflow, intent: Copy, acknowledgement: Acknowledgement | None) -> None:
    """Make the cards' text the content of the clipboard; a copy without a number has nobody to go to.

    Raises `ActionRefused` where all of them are gone.
    """
    fragment = fragment_of(opened.workflow.design, intent.states)
    if intent.states and not fragment.cards:
        raise ActionRefused("action-gone")
    if acknowledgement is not None:
        text = written(fragment)
        opened.clipboard = ClipboardText(number=acknowledgement.number, text=text)
