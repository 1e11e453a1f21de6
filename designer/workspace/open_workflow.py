"""One workflow, open in one browser tab: every change goes through here and is kept at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from sqlalchemy import Engine

from designer.library.children import discard_children, restore_children
from designer.library.store import (
    Acknowledgement,
    ChangeMark,
    Conflict,
    Journal,
    Library,
    NoSuchWorkflow,
    Record,
    Step,
    Unavailable,
)
from designer.playing.case_runs import CaseRuns
from designer.playing.play import Beginning
from designer.playing.run import Run
from designer.protocol.canvas import ClipboardText, SearchResult
from designer.workspace import history
from designer.workspace.derived_change import Make, result_of
from designer.workspace.keep_apart import keep_apart
from designer.workspace.own_changes import OwnChanges
from designer.workspace.presence import IN_TROUBLE, Presence, Visit
from designer.workspace.replaced_library import found_again, keep_beside
from schemas.core.edits import EditRefused
from schemas.core.view_mode import ViewMode
from schemas.document.document import Document
from schemas.sidecar.design import Design
from schemas.sidecar.workflow import ChangeResult, Workflow


class OpenWorkflow:
    """The workflow `id` of the library as one tab sees it: its texts, its selection and its view mode.

    `last_valid` is the latest version whose text can be read. `refusals` are for the screen to show and to
    empty; `clipboard` and `search_result` are what the canvas asked for last. `what_if` is the error whose
    course in the selected state is shown, "" the state's first one; None shows none. `run` is the run that
    the tab plays, or `case_runs` those of all cases, `beginning` the input that a person has chosen for it,
    `breakpoints` are uids. `presence` knows the other tabs of the server: what the person of a closed tab has
    changed can be undone in their next one.
    A workflow that another tab deletes stays as it was, until `refresh` raises `NoSuchWorkflow`.
    While the library is in `trouble`, changes without acknowledgement are made here and wait to be stored.
    Raises `NoSuchWorkflow` and `Unavailable`.
    """

    def __init__(self, engine: Engine, id: str, presence: Presence | None = None) -> None:
        self.library = Library(engine)
        self.journal = Journal(engine)
        self.presence = presence or Presence()
        self.visit = Visit(id)
        self.view_mode: ViewMode = "engineering"
        self.what_if: str | None = None
        self.run: Run | None = None
        self.case_runs: CaseRuns | None = None
        self.beginning: Beginning | None = None
        self.breakpoints: set[str] = set()
        self.refusals: list[EditRefused] = []
        self.clipboard: ClipboardText | None = None
        self.search_result: SearchResult | None = None
        self.record = self.library.read(id)
        self.workflow = self.record.workflow
        self.last_valid = history.last_valid(self.journal, self.record, self.workflow)
        self._trouble: Unavailable | None = None
        self._waiting: list[Make] = []
        self._waiting_name: str | None = None
        self._generation = self.library.generation
        self._changes = OwnChanges(self.journal, self.record, self.visit, self.presence)
        self.visit.revision = self.record.revision
        self.presence.enter(self.visit)

    @property
    def selected(self) -> tuple[str, ...]:
        """The ids of the states and edges that are selected in this tab."""
        return self.visit.selected

    @selected.setter
    def selected(self, ids: tuple[str, ...]) -> None:
        self.visit.selected = ids

    @property
    def can_undo(self) -> bool:
        """True if there is a change of this tab's person to undo."""
        return self._changes.to_undo is not None

    @property
    def can_redo(self) -> bool:
        """True if this tab's person has undone a change, and made none since."""
        return self._changes.to_redo is not None

    @property
    def trouble(self) -> Unavailable | None:
        """The reason why the library could not be used last; None where it could."""
        return self._trouble

    @trouble.setter
    def trouble(self, trouble: Unavailable | None) -> None:
        self._trouble = trouble
        self.visit.revision = IN_TROUBLE if trouble else self.record.revision

    @property
    def is_saved(self) -> bool:
        """True if the library has the workflow as it is here."""
        return not (self.trouble or self._waiting or self._waiting_name)

    def keep_up(self) -> None:
        """Refresh, or stay as it is while the library is in `trouble`. Raises `NoSuchWorkflow`."""
        try:
            self.refresh()
        except Unavailable as trouble:
            self.trouble = trouble

    def refresh(self) -> None:
        """Take over the changes of other tabs, and store those that wait.

        Raises `NoSuchWorkflow` and `Unavailable`.
        """
        revision = self._revision()
        self.trouble = None
        if self.library.generation != self._generation:
            self._join_other_library()
        elif revision != self.record.revision or not self.is_saved:
            record = self.library.read(self.record.id)
            self._changes.follow(record)
            self._adopt(record, record.workflow)
            self._store_waiting()

    def change(self, make: Make) -> None:
        """Apply a change of a panel; a refusal joins `refusals`. Raises `Unreadable`."""
        try:
            self.write(lambda workflow: keep_apart(workflow, make(workflow)))
        except EditRefused as refusal:
            self.refusals.append(refusal)

    def write(self, make: Make, acknowledgement: Acknowledgement | None = None) -> None:
        """Apply a change, and acknowledge the message that brought it in the same transaction.

        Without an acknowledgement it waits where the library is in trouble.
        Raises `EditRefused`, `Unreadable` or `Unavailable`; then nothing has changed.
        """
        try:
            self._attempt(lambda: self._write(make, acknowledgement), acknowledgement)
        except Unavailable as trouble:
            if acknowledgement is not None:
                raise
            self.trouble = trouble
            self._let_wait(make)

    def undo(self, acknowledgement: Acknowledgement | None = None) -> None:
        """Undo the last change of this tab's person, and leave those of others as they are.

        Raises `EditRefused` where a later change does not allow it, or nothing is left to undo.
        """
        self._attempt(
            lambda: self._reverse(self._changes.to_undo, "undo-nothing", acknowledgement, discard_children),
            acknowledgement,
        )

    def redo(self, acknowledgement: Acknowledgement | None = None) -> None:
        """Redo the change that this tab's person has undone last. Raises `EditRefused` as `undo` does."""
        self._attempt(
            lambda: self._reverse(self._changes.to_redo, "redo-nothing", acknowledgement, restore_children),
            acknowledgement,
        )

    def journaled_number(self, client: str) -> int:
        """The number of the client's last message that changed this workflow; 0 if none did."""
        return self.journal.acknowledged(self.record.id, client)

    def versions(self) -> Iterator[Document]:
        """The definition as it stands and its versions before that (see `history.versions`)."""
        return history.versions(self.journal, self.record, self.workflow.document)

    def marks(self) -> Sequence[ChangeMark]:
        """The changes in the journal, the first one first."""
        return self._changes.marks

    def at(self, number: int) -> Workflow:
        """The workflow as it was after change `number` (0: before the first)."""
        return history.at(self.journal, self.record, self.record.workflow, number)

    def restore(self, number: int) -> None:
        """Give the workflow both texts of the version after change `number`, by a new change."""
        version = self.at(number)
        try:
            self.write(lambda workflow: history.to_version(workflow, version))
        except EditRefused as refusal:
            self.refusals.append(refusal)

    def rename(self, name: str) -> None:
        """Give the workflow another name, which waits where the library is in trouble."""
        try:
            self.library.rename(self.record.id, name)
        except EditRefused as refusal:
            self.refusals.append(refusal)
        except Unavailable as trouble:
            self.trouble = trouble
            self._waiting_name = name
            self.record = replace(self.record, name=name)

    def _revision(self) -> int | None:
        """The revision in the library; None where that is another library now, without the workflow."""
        try:
            return self.library.revision(self.record.id)
        except NoSuchWorkflow:
            if self.library.generation == self._generation:
                raise
            return None

    def _join_other_library(self) -> None:
        """Go on in the library that is there now, and lose nothing that this tab has."""
        record = found_again(self.library, self.record, self.workflow)
        refusal = keep_beside(self.library, self.record, self.workflow, record)
        self.refusals += [refusal] if refusal else []
        self._generation = self.library.generation
        self._waiting, self._waiting_name = [], None
        self._changes = OwnChanges(self.journal, record, self.visit, self.presence)
        self._adopt(record, record.workflow)

    def _let_wait(self, make: Make) -> None:
        """Make the change here alone."""
        changed = result_of(make, self.workflow)
        self._waiting.append(make)
        self._adopt(self.record, changed.workflow)

    def _store_waiting(self) -> None:
        waiting, self._waiting = self._waiting, []
        name, self._waiting_name = self._waiting_name, None
        if name is not None:
            self.rename(name)
        for make in waiting:
            if self._waiting:
                self._let_wait(make)
            else:
                self.change(make)

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
        changed = result_of(make, self.workflow)
        if not Step.of(changed.forward).is_empty:
            self._store(changed, acknowledgement)

    def _store(
        self, changed: ChangeResult, acknowledgement: Acknowledgement | None, undoes: int | None = None
    ) -> None:
        record = self._changes.write(self.record, changed, acknowledgement, undoes)
        self._adopt(record, changed.workflow)

    def _reverse(
        self,
        number: int | None,
        nothing: str,
        acknowledgement: Acknowledgement | None,
        settle: Callable[[Library, Design, Design], Iterator[EditRefused]],
    ) -> None:
        """Take back change `number` by a new change, which is empty where others have done so already.

        `settle` does to the workflows that were made of this one what follows from that.
        """
        if number is None:
            raise EditRefused(nothing)
        before = self.workflow.design
        changed = self.workflow.apply(self._changes.reversal(number, self.record, self.workflow))
        self._store(changed, acknowledgement, undoes=number)
        self.refusals.extend(settle(self.library, before, self.workflow.design))
        if Step.of(changed.forward).is_empty:
            raise EditRefused("undo-done")

    def _adopt(self, record: Record, workflow: Workflow) -> None:
        self.record, self.workflow = record, workflow
        self.visit.revision = record.revision
        if workflow.document.problem is None:
            self.last_valid = workflow
