"""The exchange with one canvas in the browser: its intents come in, views of one subject go out."""

from __future__ import annotations

from designer.components.canvas import mount
from designer.protocol.canvas import FailurePath, Response, RevealRequest, RunOverlay, Subject, View
from designer.protocol.exchange import Exchange
from designer.workspace.actions.select import Select
from designer.workspace.intent_receiver import Apply, IntentReceiver
from designer.workspace.open_workflow import OpenWorkflow
from schemas.core.diagnostic import Language


class CanvasChannel:
    """The exchange with the canvas that shows `subject` of an open workflow; `apply` carries its intents out.

    `key` is the canvas' key: one for each workflow and subject, the same in every run.
    """

    def __init__(self, opened: OpenWorkflow, subject: Subject, apply: Apply) -> None:
        id = opened.record.id if subject == "workflow" else f"{opened.record.id}/{subject}"
        self.key = f"canvas-{id}"
        self.receiver = IntentReceiver(opened, apply)
        self.exchange = Exchange(id, View(nodes={}, edges={}), subject)
        self._opened = opened
        self._acknowledged = 0
        self._reveal: RevealRequest | None = None

    def receive(self) -> bool:
        """Apply the intents that are due; true if the canvas has spoken. Raises `Unavailable`."""
        outbox = mount.outbox(self.key)
        if outbox is not None:
            self._acknowledged = self.receiver.receive(outbox)
        return outbox is not None

    def response(
        self, language: Language, failure: FailurePath | None = None, run: RunOverlay | None = None
    ) -> Response:
        """The response to mount the canvas with, about the view that the exchange was shown last.

        `failure` or `run` is to be shown over it.
        """
        opened = self._opened
        return self.exchange.deliver(
            mount.outbox(self.key),
            self._acknowledged,
            language,
            opened.view_mode,
            opened.clipboard,
            opened.search_result,
            self._reveal,
            failure,
            run,
            opened.breakpoints,
        )

    def reveal(self, *ids: str) -> None:
        """Select these nodes and edges, and bring them into sight on the canvas."""
        self.receiver.apply(Select(ids=list(ids)))
        self._reveal = RevealRequest(number=self._reveal.number + 1 if self._reveal else 1, ids=list(ids))
