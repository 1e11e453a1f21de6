"""The versions of a workflow before the one that stands now, read from its journal."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from designer.library.store import Journal, Record
from schemas.document.document import Document
from schemas.document.text.splices import between, spliced
from schemas.sidecar.workflow import Change, Workflow

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
    version = workflow
    for version in _back(journal, record, workflow):
        if version.document.problem is None:
            break
    return version


def at(journal: Journal, record: Record, workflow: Workflow, number: int) -> Workflow:
    """The version of `workflow`, which stands at `record`, after change `number`."""
    *_, version = islice(_back(journal, record, workflow), max(record.position - number, 0) + 1)
    return version


def to_version(workflow: Workflow, version: Workflow) -> Change:
    """The change that gives `workflow` the texts of `version`."""
    asl = between(workflow.document.text, version.document.text)
    design = between(workflow.design.document.text, version.design.document.text)
    format = version.document.format
    return Change((asl,), (design,), format if format != workflow.document.format else None)


def _back(journal: Journal, record: Record, workflow: Workflow) -> Iterator[Workflow]:
    """`workflow`, then it as it was before each change that the journal has, the latest first."""
    yield workflow
    for number in range(record.position, 0, -1):
        entry = journal.entry(record.id, number)
        if entry is None:
            return
        workflow = workflow.apply(entry.inverse.change).workflow
        yield workflow
