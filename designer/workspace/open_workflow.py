"""One workflow, open in one browser tab: every change goes through here and is kept at once."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import replace

from sqlalchemy import Engine

from designer.library.store import (
    Acknowledgement,
    Conflict,
    Journal,
    JournalEntry,
    Library,
    NoSuchWorkflow,
    Record,
    Step,
)
from designer.protocol.canvas import ClipboardText, SearchResult
from designer.workspace import history
from designer.workspace.definition_text import Unreadable
from schemas.core.edits import EditRefused
from schemas.core.view_mode import ViewMode
from schemas.document.document import Document
from schemas.sidecar.design import Design
from schemas.sidecar.workflow import Change, ChangeResult, Workflow

log = logging.getLogger(__name__)

Make = Callable[[Workflow], Change]
"""Derives a change from the latest workflow; may raise `EditRefused` or `Unreadable`."""


class OpenWorkflow:
    """The workflow `id` of the library as one tab sees it: its texts, its selection and its view mode.

    `last_valid` is the latest version whose text can be read. `refusals` are for the screen to show and to
    empty; `clipboard` and `search_result` are what the canvas asked for last.
    A workflow that another tab deletes stays as it was, until `refresh` raises `NoSuchWorkflow`.
    Raises `NoSuchWorkflow`.
    """

    def __init__(self, engine: Engine, id: str) -> None:
        self.library = Library(engine)
        self.journal = Journal(engine)
        self.selected: tuple[str, ...] = ()
        self.view_mode: ViewMode = "engineering"
        self.refusals: list[EditRefused] = []
        self.clipboard: ClipboardText | None = None
        self.search_result: SearchResult | None = None
        self.record = self.library.read(id)
        self.workflow = _workflow(self.record)
        self.last_valid = history.last_valid(self.journal, self.record, self.workflow)

    @property
    def can_undo(self) -> bool:
        """True if there is a change to undo."""
        return self.record.position > 0

    @property
    def can_redo(self) -> bool:
        """True if a change was undone and none has been made since."""
        return self.record.position < self.record.end

    def refresh(self) -> None:
        """Take over the changes of other tabs. Raises `NoSuchWorkflow`."""
        if self.library.revision(self.record.id) != self.record.revision:
            record = self.library.read(self.record.id)
            self._adopt(record, _workflow(record))

    def change(self, make: Make) -> None:
        """Apply a change; a refusal joins `refusals`. Raises `Unreadable`."""
        try:
            self.write(make)
        except EditRefused as refusal:
            self.refusals.append(refusal)

    def write(self, make: Make, acknowledgement: Acknowledgement | None = None) -> None:
        """Apply a change, and acknowledge the message that brought it in the same transaction.

        Raises `EditRefused` or `Unreadable`; then nothing has changed.
        """
        self._attempt(lambda: self._write(make, acknowledgement), acknowledgement)

    def undo(self, acknowledgement: Acknowledgement | None = None) -> None:
        """Undo the last change, if there is one."""
        self._attempt(lambda: self._undo(acknowledgement), acknowledgement)

    def redo(self, acknowledgement: Acknowledgement | None = None) -> None:
        """Redo the change that was undone last, if there is one."""
        self._attempt(lambda: self._redo(acknowledgement), acknowledgement)

    def journaled_number(self, client: str) -> int:
        """The number of the client's last message that changed this workflow; 0 if none did."""
        return self.journal.acknowledged(self.record.id, client)

    def versions(self) -> Iterator[Document]:
        """The definition as it stands and its versions around that (see `history.versions`)."""
        return history.versions(self.journal, self.record, self.workflow.document)

    def rename(self, name: str) -> None:
        """Give the workflow another name."""
        self.library.rename(self.record.id, name)

    def _attempt(self, step: Callable[[], None], acknowledgement: Acknowledgement | None) -> None:
        """Take the step on the latest workflow: again if another tab has written meanwhile, and not at all if
        the message is acknowledged already or the workflow is deleted."""
        while True:
            try:
                self.refresh()
                if acknowledgement is None or self._is_due(acknowledgement):
                    step()
                return
            except Conflict:
                continue
            except NoSuchWorkflow:
                return

    def _is_due(self, acknowledgement: Acknowledgement) -> bool:
        return self.journaled_number(acknowledgement.client) < acknowledgement.number

    def _write(self, make: Make, acknowledgement: Acknowledgement | None) -> None:
        changed = self._changed(make)
        entry = JournalEntry(Step.of(changed.forward), Step.of(changed.inverse))
        if entry.forward.is_empty:
            return
        after = _texts(self.record, changed.workflow)
        self._adopt(self.journal.write(self.record, after, entry, acknowledgement), changed.workflow)

    def _changed(self, make: Make) -> ChangeResult:
        """The workflow after the change. An unexpected exception counts as a refusal: without an
        acknowledgement the canvas would send the intent again and again."""
        try:
            return self.workflow.apply(make(self.workflow))
        except (EditRefused, Unreadable):
            raise
        except Exception as error:
            log.exception("A change could not be carried out.")
            raise EditRefused("action-failed") from error

    def _undo(self, acknowledgement: Acknowledgement | None) -> None:
        entry = self.journal.entry(self.record.id, self.record.position)
        if entry is not None:
            self._move(entry.inverse, self.record.position - 1, acknowledgement)

    def _redo(self, acknowledgement: Acknowledgement | None) -> None:
        entry = self.journal.entry(self.record.id, self.record.position + 1)
        if entry is not None:
            self._move(entry.forward, self.record.position + 1, acknowledgement)

    def _move(self, step: Step, position: int, acknowledgement: Acknowledgement | None) -> None:
        workflow = self.workflow.apply(step.change).workflow
        after = replace(_texts(self.record, workflow), position=position)
        self._adopt(self.journal.move(self.record, after, acknowledgement), workflow)

    def _adopt(self, record: Record, workflow: Workflow) -> None:
        self.record, self.workflow = record, workflow
        if workflow.document.problem is None:
            self.last_valid = workflow


def _workflow(record: Record) -> Workflow:
    design = Design(Document.parse(record.design, "json"))
    return Workflow(record.name, Document.parse(record.asl, record.format), design)


def _texts(record: Record, workflow: Workflow) -> Record:
    document = workflow.document
    return replace(record, asl=document.text, format=document.format, design=workflow.design.document.text)
