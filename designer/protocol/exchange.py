"""Python's side of the canvas' protocol: the intents that are due, and the response to a client."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection
from uuid import uuid4

from designer.protocol.canvas import (
    ClipboardText,
    FailurePath,
    Intent,
    Numbered,
    Outbox,
    Patch,
    Response,
    RevealRequest,
    RunOverlay,
    SearchResult,
    Subject,
    View,
)
from designer.protocol.patch import diff
from schemas.core.diagnostic import Language
from schemas.core.view_mode import ViewMode

KEPT_PATCHES = 100
"""Patches that are kept for clients that are behind."""


def due(outbox: Outbox[Intent], applied: int) -> tuple[Numbered[Intent], ...]:
    """The intents still to be applied, in order; `applied` is the number of the client's last one that was.

    Outboxes may come late, twice or in another order. Each number is due once, because `applied` is stored in
    the same transaction as the change.
    """
    by_number: dict[int, Intent] = {numbered.number: numbered.intent for numbered in outbox.intents}
    return tuple(Numbered(number=n, intent=by_number[n]) for n in sorted(by_number) if n > applied)


class Exchange:
    """The views of a workflow or its sketch that a session has shown, and the patches between the last."""

    def __init__(self, workflow: str, view: View, subject: Subject = "workflow") -> None:
        self.workflow, self.subject = workflow, subject
        self.epoch = uuid4().hex
        self.number = 0
        self.view = view
        self._patches: deque[Patch] = deque(maxlen=KEPT_PATCHES)

    def show(self, view: View) -> None:
        """Make `view` the one that clients see; nothing happens where it is the same."""
        if view == self.view:
            return
        self.number += 1
        self._patches.append(diff(self.view, view, self.number))
        self.view = view

    def deliver(
        self,
        outbox: Outbox[Intent] | None,
        acknowledged: int,
        language: Language,
        view_mode: ViewMode = "engineering",
        clipboard: ClipboardText | None = None,
        search_result: SearchResult | None = None,
        reveal: RevealRequest | None = None,
        failure: FailurePath | None = None,
        run: RunOverlay | None = None,
        breakpoints: Collection[str] = (),
    ) -> Response:
        """The answer to `outbox` (None before the client has spoken).

        It holds the text to copy and the search result that the client asked for, the ids it is to reveal,
        the failure or the moment of a run to show, and the patches since the view that it has seen; the whole
        view where they don't reach back that far.
        """
        patches = self._since(outbox) if outbox is not None else None
        return Response(
            workflow=self.workflow,
            subject=self.subject,
            client=outbox.client if outbox is not None else "",
            acknowledged=acknowledged,
            epoch=self.epoch,
            number=self.number,
            view=self.view if patches is None else None,
            patches=patches or [],
            language=language,
            view_mode=view_mode,
            clipboard=clipboard,
            search_result=search_result,
            reveal=reveal,
            failure=failure,
            run=run,
            breakpoints=sorted(breakpoints),
        )

    def _since(self, outbox: Outbox[Intent]) -> list[Patch] | None:
        oldest = self.number - len(self._patches)
        if outbox.epoch != self.epoch or not oldest <= outbox.seen <= self.number:
            return None
        return [patch for patch in self._patches if patch.number > outbox.seen]
