"""The changes in a workflow's journal as far as a tab has read and written it, and those to undo."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from designer.library.store import (
    Acknowledgement,
    Author,
    ChangeMark,
    Journal,
    JournalEntry,
    Names,
    Record,
    Step,
    now,
)
from designer.workspace.presence import Presence, Visit
from designer.workspace.reversal import reversal
from designer.workspace.undo_stacks import UndoStacks, undo_stacks
from schemas.core.edits import EditRefused
from schemas.sidecar.workflow import Change, ChangeResult, Workflow


class OwnChanges:
    """The `marks` of the journal up to `record`, and the last change among them of the person of a `visit`.

    What was done in the tab itself comes first, then what was left by closed tabs of the same person or of
    nobody known; `presence` knows which tabs are open.
    """

    def __init__(self, journal: Journal, record: Record, visit: Visit, presence: Presence) -> None:
        self._journal = journal
        self._visit = visit
        self._presence = presence
        self._marks = journal.marks(record)

    @property
    def marks(self) -> Sequence[ChangeMark]:
        """The changes, the first one first."""
        return self._marks

    @property
    def to_undo(self) -> int | None:
        """The number of the change to undo next; None if there is none."""
        return _last(self._own().undo) or _last(self._left().undo)

    @property
    def to_redo(self) -> int | None:
        """The number of the undo to take back next; None if there is none."""
        own = self._own()
        return _last(own.redo) or (None if own.undo else _last(self._left().redo))

    def write(
        self,
        record: Record,
        changed: ChangeResult,
        acknowledgement: Acknowledgement | None = None,
        undoes: int | None = None,
    ) -> Record:
        """Write a change that this tab has made of the workflow at `record`; return the record after it.

        `undoes` is the number of the change that it takes back. Raises `Conflict`, `EditRefused` and
        `Unavailable`; then nothing is written.
        """
        author = self._visit.author
        entry = JournalEntry(Step.of(changed.forward), Step.of(changed.inverse), author, undoes)
        after = self._journal.write(record, _texts(record, changed.workflow), entry, acknowledgement)
        self._marks.append(ChangeMark(after.position, author, undoes, now()))
        return after

    def follow(self, record: Record) -> None:
        """Read the changes of other tabs up to `record`; all of them anew if it has fewer than were read."""
        last = self._marks[-1].number if self._marks else 0
        if record.position < last:
            self._marks, last = [], 0
        self._marks += self._journal.marks(record, after=last)

    def reversal(self, number: int, record: Record, workflow: Workflow) -> Change:
        """The change of `workflow`, which stands at `record`, that takes back change `number`.

        Raises `EditRefused` as `reversal.reversal` does, with the name of whoever alone can be the reason.
        """
        try:
            return reversal(self._journal, record, workflow, number, self._marks)
        except EditRefused as refusal:
            who = self._only_other_since(number)
            raise EditRefused(f"{refusal.code}-by", who=who, **refusal.params) if who else refusal from None

    def _only_other_since(self, number: int) -> str:
        """The name of the one other person who has made changes after change `number`; "" for nobody such."""
        others = {mark.author for mark in self._marks[number:] if not self._is_own(mark.author)}
        people = {author.person for author in others}
        return Names(self._journal.engine).people().get(people.pop(), "") if len(people) == 1 else ""

    def _own(self) -> UndoStacks:
        return undo_stacks(self._marks, self._is_own)

    def _left(self) -> UndoStacks:
        return undo_stacks(self._marks, self._is_left)

    def _is_own(self, author: Author) -> bool:
        return author.client in self._visit.clients

    def _is_left(self, author: Author) -> bool:
        if self._is_own(author) or author.person not in ("", self._visit.person):
            return False
        return not self._presence.is_here(self._visit.workflow, author.client)


def _texts(record: Record, workflow: Workflow) -> Record:
    document = workflow.document
    return replace(record, asl=document.text, format=document.format, design=workflow.design.document.text)


def _last(numbers: list[int]) -> int | None:
    return numbers[-1] if numbers else None
