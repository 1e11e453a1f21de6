"""One workflow, open for editing in one browser tab: every change goes through here and is kept at once."""

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
from designer.protocol.canvas import (
    ClipboardText,
    Copy,
    Intent,
    Outbox,
    Redo,
    SearchActions,
    SearchResult,
    Select,
    SetViewMode,
    Undo,
)
from designer.protocol.exchange import due
from designer.workspace.actions import ActionRefused, perform
from designer.workspace.actions.shared.fragment import copied
from designer.workspace.definition_text import Unreadable
from designer.workspace.service_search import find
from schemas.core.edits import EditRefused
from schemas.core.view_mode import ViewMode
from schemas.document.document import Document
from schemas.document.text.splices import spliced
from schemas.sidecar.design import Design
from schemas.sidecar.workflow import Change, ChangeResult, Workflow

log = logging.getLogger(__name__)

REMEMBERED = 100


class OpenWorkflow:
    """The workflow `id` of the library as one tab sees it: its texts, what is selected, how it is looked at.

    `picture` is the workflow as it was when its text could be read last; `refusals` are for the screen to
    show and to empty; `copied` and `found` are what the canvas asked for last.
    A workflow that was deleted meanwhile stays as it was seen last: `refresh` tells.
    Raises `NoSuchWorkflow`.
    """

    def __init__(self, engine: Engine, id: str) -> None:
        self.library = Library(engine)
        self.journal = Journal(engine)
        self.selected: tuple[str, ...] = ()
        self.look: ViewMode = "engineering"
        self.refusals: list[EditRefused] = []
        self.copied: ClipboardText | None = None
        self.found: SearchResult | None = None
        self._done: dict[str, int] = {}
        self.record = self.library.read(id)
        self.workflow = _workflow(self.record)
        self.picture = self._last_readable()

    @property
    def can_undo(self) -> bool:
        """Whether a change is in force."""
        return self.record.position > 0

    @property
    def can_redo(self) -> bool:
        """Whether a change was taken back and none was made since."""
        return self.record.position < self.record.end

    def refresh(self) -> None:
        """Take over what other tabs have changed. Raises `NoSuchWorkflow`."""
        if self.library.revision(self.record.id) != self.record.revision:
            record = self.library.read(self.record.id)
            self._adopt(record, _workflow(record))

    def hear(self, outbox: Outbox) -> int:
        """Apply what is due of `outbox`; the number of this client's last intent that is done with."""
        client = outbox.client
        for numbered in due(outbox, self.done(client)):
            if isinstance(numbered.intent, Copy):
                text = copied(self.workflow, numbered.intent.states)
                self.copied = ClipboardText(number=numbered.number, text=text)
            self._take(numbered.intent, Acknowledgement(client, numbered.number))
            self.be_done(client, numbered.number)
        return self.done(client)

    def done(self, client: str) -> int:
        """The last intent of `client` that was applied, or refused in this tab."""
        return max(self._done.get(client, 0), self.journal.acknowledged(self.record.id, client))

    def do(self, intent: Intent) -> None:
        """Apply an intent of a panel."""
        self._take(intent, None)

    def change(self, make: Callable[[Workflow], Change]) -> None:
        """Apply the change that `make` derives from the latest workflow; a refusal joins `refusals`."""
        self._settle(lambda said: self._write(make, said), None)

    def write(self, make: Callable[[Workflow], Change], client: str, number: int) -> None:
        """Apply the change that `make` derives from the latest workflow, as number `number` of `client`.

        Raises `EditRefused`, or what `make` raises: then nothing has changed.
        """
        self._attempt(lambda said: self._write(make, said), Acknowledgement(client, number))

    def be_done(self, client: str, number: int) -> None:
        """Count number `number` of `client` as done with in this tab."""
        self._done[client] = number

    def past(self) -> Iterator[Document]:
        """The definition as it stands, and as it was after each change that can be undone or redone, the
        latest first; at most `REMEMBERED` of either."""
        yield self.workflow.document
        position, end = self.record.position, self.record.end
        yield from self._walk(range(position, 0, -1), lambda entry: entry.inverse)
        yield from self._walk(range(position + 1, end + 1), lambda entry: entry.forward)

    def rename(self, name: str) -> None:
        """Give the workflow another name."""
        self.library.rename(self.record.id, name)

    def _take(self, intent: Intent, said: Acknowledgement | None) -> None:
        match intent:
            case Select():
                self.selected = tuple(intent.ids)
            case SetViewMode():
                self.look = intent.look
            case Copy():
                pass
            case SearchActions():
                self.found = find(intent.sought)
            case Undo():
                self._settle(self._undo, said)
            case Redo():
                self._settle(self._redo, said)
            case _:
                self._settle(lambda said: self._write(lambda now: perform(now, intent), said), said)

    def _settle(
        self, attempt: Callable[[Acknowledgement | None], None], said: Acknowledgement | None
    ) -> None:
        """Attempt it; a refusal joins `refusals`."""
        try:
            self._attempt(attempt, said)
        except EditRefused as refusal:
            self.refusals.append(refusal)

    def _attempt(
        self, attempt: Callable[[Acknowledgement | None], None], said: Acknowledgement | None
    ) -> None:
        """Attempt it on the latest workflow; again where another tab was quicker, not where it is done."""
        while True:
            try:
                self.refresh()
                if said is None or self.journal.acknowledged(self.record.id, said.client) < said.number:
                    attempt(said)
                return
            except Conflict:
                continue
            except NoSuchWorkflow:
                return

    def _write(self, make: Callable[[Workflow], Change], said: Acknowledgement | None) -> None:
        changed = self._carried_out(make)
        entry = JournalEntry(Step.of(changed.forward), Step.of(changed.inverse))
        if entry.forward.is_empty:
            return
        after = _texts(self.record, changed.workflow)
        self._adopt(self.journal.write(self.record, after, entry, said), changed.workflow)

    def _carried_out(self, make: Callable[[Workflow], Change]) -> ChangeResult:
        """The workflow after the change. What a mistake of our own breaks off counts as refused: the canvas
        would send it for ever."""
        try:
            return self.workflow.apply(make(self.workflow))
        except (EditRefused, Unreadable):
            raise
        except Exception as error:
            log.exception("A change could not be carried out.")
            raise ActionRefused("action-failed") from error

    def _undo(self, said: Acknowledgement | None) -> None:
        entry = self.journal.entry(self.record.id, self.record.position)
        if entry is not None:
            self._move(entry.inverse, self.record.position - 1, said)

    def _redo(self, said: Acknowledgement | None) -> None:
        entry = self.journal.entry(self.record.id, self.record.position + 1)
        if entry is not None:
            self._move(entry.forward, self.record.position + 1, said)

    def _move(self, step: Step, position: int, said: Acknowledgement | None) -> None:
        workflow = self.workflow.apply(step.change).workflow
        after = replace(_texts(self.record, workflow), position=position)
        self._adopt(self.journal.move(self.record, after, said), workflow)

    def _adopt(self, record: Record, workflow: Workflow) -> None:
        self.record, self.workflow = record, workflow
        if workflow.document.problem is None:
            self.picture = workflow

    def _walk(self, numbers: range, step_of: Callable[[JournalEntry], Step]) -> Iterator[Document]:
        document = self.workflow.document
        for number in numbers[:REMEMBERED]:
            entry = self.journal.entry(self.record.id, number)
            if entry is None:
                return
            step = step_of(entry)
            document = Document(spliced(document.text, step.asl.splices), step.format or document.format)
            yield document

    def _last_readable(self) -> Workflow:
        """Walk the journal back from a text that cannot be read to one that can."""
        workflow, position = self.workflow, self.record.position
        while workflow.document.problem is not None:
            entry = self.journal.entry(self.record.id, position)
            if entry is None:
                return workflow
            workflow, position = workflow.apply(entry.inverse.change).workflow, position - 1
        return workflow


def _workflow(record: Record) -> Workflow:
    design = Design(Document.parse(record.design, "json"))
    return Workflow(record.name, Document.parse(record.asl, record.format), design)


def _texts(record: Record, workflow: Workflow) -> Record:
    document = workflow.document
    return replace(record, asl=document.text, format=document.format, design=workflow.design.document.text)
