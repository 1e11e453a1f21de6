"""Python's side of the code editor: applies each submission once, and answers with the text as it stands."""

from __future__ import annotations

from typing import Literal

from designer.components.code_editor.page import Page, digest_of, page
from designer.components.code_editor.units import Units
from designer.library.store import Acknowledgement
from designer.protocol.code_editor import Answer, Outbox, Submission
from designer.workspace import definition_text
from designer.workspace.acknowledgements import Acknowledgements
from designer.workspace.analysis import Analysis
from designer.workspace.definition_text import Unreadable
from designer.workspace.keep_apart import keep_apart
from designer.workspace.open_workflow import OpenWorkflow
from schemas.core.diagnostic import Diagnostic, Language
from schemas.core.edits import EditRefused
from schemas.document.document import Format
from schemas.document.text.merging import Overlap, merge
from schemas.sidecar.workflow import Change, Workflow


class TextSync:
    """Keeps the text of one code editor, in `format`, in step with the definition of the open workflow."""

    def __init__(self, opened: OpenWorkflow, format: Format) -> None:
        self.opened = opened
        self._acknowledgements = Acknowledgements(opened)
        self.format = format
        self._refused: Literal["", "conflict", "unreadable"] = ""
        self._problem: Diagnostic | None = None
        self._shown: tuple[object, ...] = ()
        self._page: Page

    def receive(self, outbox: Outbox) -> None:
        """Apply the submission if it is due; a refused one stays in the editor as typed."""
        submission = outbox.submission
        if submission is None or submission.number <= self._acknowledgements.last(outbox.client):
            return
        self._refused, self._problem = "", None
        try:
            acknowledgement = Acknowledgement(outbox.client, submission.number)
            self.opened.write(lambda workflow: self._kept_apart(workflow, submission), acknowledgement)
        except Unreadable as unreadable:
            self._refused, self._problem = "unreadable", unreadable.problem
        except (Overlap, EditRefused):
            self._refused = "conflict"
        self._acknowledgements.add(outbox.client, submission.number)

    def answer(self, analysis: Analysis, outbox: Outbox | None, language: Language) -> Answer:
        """The answer to `outbox` (None before the editor has sent one)."""
        page = self._show(analysis, language)
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
            token=self.opened.visit.token,
            language=language,
        )

    def _show(self, analysis: Analysis, language: Language) -> Page:
        """The page to show; the last one where nothing has changed."""
        shown = (analysis, self._problem, language)
        if shown != self._shown:
            self._page = page(analysis, self.format, self._problem, language)
            self._shown = shown
        return self._page

    def _kept_apart(self, workflow: Workflow, submission: Submission) -> Change:
        return keep_apart(workflow, self._change(workflow, submission))

    def _change(self, workflow: Workflow, submission: Submission) -> Change:
        base = self._base(submission.base)
        units = Units(base)
        current = definition_text.text_in_format(workflow.document, self.format)
        merged = merge(base, current, [units.splice(change) for change in submission.changes])
        return definition_text.change_from_text(workflow.document, merged, self.format)

    def _base(self, digest: str) -> str:
        """The version of the text with that digest.

        Raises `Overlap` where there is none: nobody can tell what has changed since.
        """
        texts = (definition_text.text_in_format(document, self.format) for document in self.opened.versions())
        found = next((text for text in texts if digest_of(text) == digest), None)
        if found is None:
            raise Overlap
        return found
