"""Python's side of the code editor: takes over what was typed, once, and answers with what stands."""

from __future__ import annotations

from typing import Literal

from designer.components.code_editor.merging import Overlap, merge
from designer.components.code_editor.page import Page, digest_of, page
from designer.components.code_editor.units import Units
from designer.library.store import Acknowledgement
from designer.protocol.code_editor import Answer, Outbox, Submission
from designer.workspace import definition_text
from designer.workspace.acknowledgements import Acknowledgements
from designer.workspace.analysis import Analysis
from designer.workspace.definition_text import Unreadable
from designer.workspace.open_workflow import OpenWorkflow
from schemas.core.diagnostic import Diagnostic, Language
from schemas.core.edits import EditRefused
from schemas.document.document import Format
from schemas.sidecar.workflow import Change, Workflow


class TextSync:
    """What one tab types into the definition of `editor`, shown in `format`."""

    def __init__(self, opened: OpenWorkflow, format: Format) -> None:
        self.opened = opened
        self._acknowledgements = Acknowledgements(opened)
        self.format = format
        self._refused: Literal["", "conflict", "unreadable"] = ""
        self._problem: Diagnostic | None = None
        self._shown: tuple[object, ...] = ()
        self._page: Page

    def receive(self, outbox: Outbox) -> None:
        """Take over what is due of `outbox`; what is refused stays with the editor."""
        submission = outbox.submission
        if submission is None or submission.number <= self._acknowledgements.last(outbox.client):
            return
        self._refused, self._problem = "", None
        try:
            acknowledgement = Acknowledgement(outbox.client, submission.number)
            self.opened.write(lambda workflow: self._change(workflow, submission), acknowledgement)
        except Unreadable as unreadable:
            self._refused, self._problem = "unreadable", unreadable.problem
        except (Overlap, EditRefused):
            self._refused = "conflict"
        self._acknowledgements.add(outbox.client, submission.number)

    def answer(self, reading: Analysis, outbox: Outbox | None, language: Language) -> Answer:
        """The answer to `outbox` (None before the editor has spoken)."""
        page = self._show(reading, language)
        return Answer(
            workflow=self.opened.record.id,
            format=self.format,
            client=outbox.client if outbox else "",
            acknowledged=self._acknowledgements.last(outbox.client) if outbox else 0,
            refused=self._refused,
            digest=page.digest,
            text=None if outbox and outbox.seen == page.digest else page.text,
            markers=page.markers,
            state_ranges=page.state_ranges,
            selected=self.opened.selected[0] if len(self.opened.selected) == 1 else "",
            language=language,
        )

    def _show(self, reading: Analysis, language: Language) -> Page:
        """What is shown, made anew only where it is not what was shown last."""
        shown = (reading, self._problem, language)
        if shown != self._shown:
            self._page = page(reading, self.format, self._problem, language)
            self._shown = shown
        return self._page

    def _change(self, workflow: Workflow, submission: Submission) -> Change:
        base = self._base(submission.base)
        units = Units(base)
        current = definition_text.text_in_format(workflow.document, self.format)
        merged = merge(base, current, [units.splice(typed) for typed in submission.changes])
        return definition_text.change_from_text(workflow.document, merged, self.format)

    def _base(self, digest: str) -> str:
        """The text that bears `digest`, among those that the definition had. Raises `Overlap`: where nobody
        knows what was typed into, anything may have changed there."""
        texts = (definition_text.text_in_format(document, self.format) for document in self.opened.versions())
        found = next((text for text in texts if digest_of(text) == digest), None)
        if found is None:
            raise Overlap
        return found
