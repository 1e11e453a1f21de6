"""The receiver of intents: those of the canvas are applied once each, in order, those of panels at once."""

from __future__ import annotations

from collections.abc import Callable

from designer.library.store import Acknowledgement, Unavailable
from designer.protocol.canvas import Intent, Outbox
from designer.protocol.exchange import due
from designer.workspace import actions
from designer.workspace.acknowledgements import Acknowledgements
from designer.workspace.open_workflow import OpenWorkflow
from schemas.core.edits import EditRefused

Apply = Callable[[OpenWorkflow, Intent, Acknowledgement | None], None]


class IntentReceiver:
    """Applies intents to the workflow that a tab has open; a refused one joins the tab's `refusals`.

    `apply` carries an intent out: those on the workflow, or those on its sketch.
    """

    def __init__(self, opened: OpenWorkflow, apply: Apply = actions.apply) -> None:
        self._opened = opened
        self._carry_out = apply
        self._acknowledgements = Acknowledgements(opened)

    def receive(self, outbox: Outbox[Intent]) -> int:
        """Apply the intents that are due; return the number of the client's last intent that was applied or
        refused, which is to be acknowledged."""
        client = outbox.client
        for numbered in due(outbox, self._acknowledgements.last(client)):
            self._apply(numbered.intent, Acknowledgement(client, numbered.number))
            self._acknowledgements.add(client, numbered.number)
        return self._acknowledgements.last(client)

    def apply(self, intent: Intent) -> None:
        """Apply the intent of a panel; an undo has no effect while the library is in trouble."""
        try:
            self._apply(intent, None)
        except Unavailable as trouble:
            self._opened.trouble = trouble

    def _apply(self, intent: Intent, acknowledgement: Acknowledgement | None) -> None:
        try:
            self._carry_out(self._opened, intent, acknowledgement)
        except EditRefused as refusal:
            self._opened.refusals.append(refusal)
