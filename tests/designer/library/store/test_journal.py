"""The journal on real databases: changes with their authors, intents applied once."""

from dataclasses import replace

import pytest

from designer.library.store import (
    Acknowledgement,
    Author,
    Conflict,
    Journal,
    JournalEntry,
    Step,
)
from schemas.core.edits import Replace, Splice
from schemas.document.document import Document
from schemas.sidecar.workflow import Workflow


@pytest.fixture
def journal(library):
    return Journal(library.engine)


@pytest.fixture
def record(library):
    return library.read(library.add(Workflow("注文", Document.parse("{}", "json"))))


def entry(word):
    forward = Step(Replace((Splice(1, 1, word),)), Replace(()))
    inverse = Step(Replace((Splice(1, 1 + len(word), ""),)), Replace(()))
    return JournalEntry(forward, inverse)


def write(journal, record, word, acknowledgement=None):
    return journal.write(record, replace(record, asl="{" + word + "}"), entry(word), acknowledgement)


def test_a_change_moves_the_position_and_can_be_read_back(library, journal, record):
    after = write(journal, record, "在庫")
    assert library.read(record.id) == after
    assert (after.asl, after.position, after.end, after.revision) == ("{在庫}", 1, 1, 1)
    assert journal.entry(record.id, 1) == entry("在庫")
    assert journal.entry(record.id, 2) is None


def test_a_change_keeps_its_author_and_what_it_undoes(library, journal, record):
    first = write(journal, record, "a")
    undo = replace(entry("b"), author=Author("tab", "hana"), undoes=1)
    second = journal.write(first, replace(first, asl="{}"), undo)
    assert journal.entry(record.id, 2) == undo
    marks = journal.marks(second)
    assert [(mark.number, mark.author, mark.undoes) for mark in marks] == [
        (1, Author(), None),
        (2, Author("tab", "hana"), 1),
    ]
    assert journal.marks(second, after=1) == marks[1:]
    assert all(mark.made is not None for mark in marks)


def test_the_second_writer_on_one_revision_gets_a_conflict(library, journal, record):
    write(journal, record, "a")
    with pytest.raises(Conflict):
        write(journal, record, "b", Acknowledgement("tab", 1))
    assert library.read(record.id).asl == "{a}"
    assert journal.acknowledged(record.id, "tab") == 0


def test_a_write_to_a_deleted_workflow_is_a_conflict(library, journal, record):
    library.delete(record.id)
    with pytest.raises(Conflict):
        write(journal, record, "a")


def test_a_change_and_its_acknowledgement_are_written_together(journal, record):
    first = write(journal, record, "a", Acknowledgement("tab", 7))
    write(journal, first, "b", Acknowledgement("tab", 8))
    assert journal.acknowledged(record.id, "tab") == 8
    assert journal.acknowledged(record.id, "another tab") == 0


def test_a_rename_meanwhile_is_not_overwritten(library, journal, record):
    library.rename(record.id, "返品")
    renamed = library.read(record.id)
    write(journal, replace(renamed, name="stale"), "a")
    assert library.read(record.id).name == "返品"
