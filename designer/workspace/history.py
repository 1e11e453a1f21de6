"""The versions of a workflow before and after the one that stands now, read from its journal."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from designer.library.store import Journal, JournalEntry, Record, Step
from schemas.document.document import Document
from schemas.document.text.splices import spliced
from schemas.sidecar.workflow import Workflow

MAX_CHANGES = 100
"""The changes that `versions` walks back, and ahead, at most."""


def versions(journal: Journal, record: Record, document: Document) -> Iterator[Document]:
    """The definition as it stands (`document`), then as it was before each change that can be undone, the
    latest first, then as it was after each change that can be redone."""
    yield document
    back, ahead = range(record.position, 0, -1), range(record.position + 1, record.end + 1)
    yield from _walk(journal, record, document, back, lambda entry: entry.inverse)
    yield from _walk(journal, record, document, ahead, lambda entry: entry.forward)


def last_valid(journal: Journal, record: Record, workflow: Workflow) -> Workflow:
    """The latest version whose text can be read: `workflow` or one before it; where there is none, the oldest
    one that the journal holds."""
    position = record.position
    while workflow.document.problem is not None:
        entry = journal.entry(record.id, position)
        if entry is None:
            return workflow
        workflow, position = workflow.apply(entry.inverse.change).workflow, position - 1
    return workflow


def _walk(
    journal: Journal,
    record: Record,
    document: Document,
    positions: range,
    step_of: Callable[[JournalEntry], Step],
) -> Iterator[Document]:
    for position in positions[:MAX_CHANGES]:
        entry = journal.entry(record.id, position)
        if entry is None:
            return
        step = step_of(entry)
        document = Document(spliced(document.text, step.asl.splices), step.format or document.format)
        yield document
