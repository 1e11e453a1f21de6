"""The versions of a workflow before the one that stands now, read from its journal."""

from __future__ import annotations

from collections.abc import Iterator

from designer.library.store import Journal, Record
from schemas.document.document import Document
from schemas.document.text.splices import spliced
from schemas.sidecar.workflow import Workflow

MAX_CHANGES = 100
"""The changes that `versions` walks back at most."""


def versions(journal: Journal, record: Record, document: Document) -> Iterator[Document]:
    """The definition as it stands (`document`), then as it was before each change, the latest first."""
    yield document
    for number in range(record.position, 0, -1)[:MAX_CHANGES]:
        entry = journal.entry(record.id, number)
        if entry is None:
            return
        step = entry.inverse
        document = Document(spliced(document.text, step.asl.splices), step.format or document.format)
        yield document


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
