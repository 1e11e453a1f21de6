"""An open workflow while its library is in trouble: it stays, keeps what waits, and goes on by itself."""

import sqlite3

import pytest

from designer.library.store import Acknowledgement, Library, Unavailable, connect
from designer.protocol.canvas import Numbered, Outbox
from designer.workspace.actions.rename_state import RenameState
from designer.workspace.actions.undo import Undo
from designer.workspace.analysis import Analysis
from designer.workspace.intent_receiver import IntentReceiver
from designer.workspace.open_workflow import OpenWorkflow
from schemas.core.edits import Set
from schemas.document.document import Document
from schemas.sidecar.workflow import Change, Workflow

ASL = '{"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}'


@pytest.fixture
def file(tmp_path):
    return tmp_path / "library.db"


@pytest.fixture
def library(file):
    return Library(connect(f"sqlite:///{file}"))


@pytest.fixture
def opened(library):
    return OpenWorkflow(library.engine, library.add(Workflow("注文", Document.parse(ASL, "json"))))


def comment(words):
    return lambda workflow: Change(asl=(Set(("Comment",), words),))


def note(words):
    return lambda workflow: Change(asl=(Set(("States", "A", "Comment"), words),))


def value(opened):
    return opened.workflow.document.value


def move_away(opened, file):
    opened.library.engine.dispose()
    aside = file.with_name("aside")
    file.rename(aside)
    return aside


def test_what_a_panel_changes_waits_and_is_stored_when_the_library_is_back(opened, library, file):
    aside = move_away(opened, file)
    opened.change(comment("one"))
    opened.change(note("two"))
    opened.rename("返品")
    assert (value(opened)["Comment"], value(opened)["States"]["A"]["Comment"]) == ("one", "two")
    assert (opened.record.name, opened.is_saved, opened.trouble.trouble) == ("返品", False, "missing")
    aside.rename(file)
    opened.keep_up()
    assert opened.is_saved
    record = library.read(opened.record.id)
    assert record.asl == opened.workflow.document.text
    assert (record.name, record.position) == ("返品", 2)
    opened.undo()
    opened.undo()
    assert opened.workflow.document.text == ASL


def test_what_waits_joins_what_others_have_changed_meanwhile(opened, library, file):
    other = OpenWorkflow(library.engine, opened.record.id)
    aside = move_away(opened, file)
    opened.change(comment("mine"))
    aside.rename(file)
    other.change(note("theirs"))
    opened.keep_up()
    assert (value(opened)["Comment"], value(opened)["States"]["A"]["Comment"]) == ("mine", "theirs")
    other.refresh()
    assert other.workflow.document.text == opened.workflow.document.text


def test_an_intent_of_the_canvas_is_not_acknowledged_until_it_is_stored(opened, library, file):
    receiver = IntentReceiver(opened)
    rename = RenameState(
        uid=Analysis(opened.workflow, opened.last_valid).identity.uids["States", "A"], name="B"
    )
    outbox = Outbox(client="tab", attempt=1, seen=-1, intents=[Numbered(number=1, intent=rename)])
    aside = move_away(opened, file)
    with pytest.raises(Unavailable):
        receiver.receive(outbox)
    assert value(opened)["StartAt"] == "A"
    aside.rename(file)
    assert receiver.receive(outbox) == 1
    assert library.read(opened.record.id).asl == opened.workflow.document.text
    assert value(opened)["StartAt"] == "B"


def test_an_undo_of_a_panel_has_no_effect_and_says_why(opened, file):
    opened.change(comment("one"))
    move_away(opened, file)
    IntentReceiver(opened).apply(Undo())
    assert (value(opened)["Comment"], opened.trouble.trouble) == ("one", "missing")


def test_a_write_to_a_full_or_locked_library_waits(opened, library, file):
    holder = sqlite3.connect(file)
    holder.execute("PRAGMA locking_mode=EXCLUSIVE")
    library.engine.dispose()
    holder.execute("BEGIN EXCLUSIVE")
    opened.change(comment("one"))
    assert (value(opened)["Comment"], opened.trouble.trouble) == ("one", "locked")
    holder.rollback()
    holder.close()
    opened.keep_up()
    assert opened.is_saved
    assert library.read(opened.record.id).position == 1


def test_a_library_that_is_created_anew_is_given_the_workflow_as_it_is_here(opened, library, file):
    opened.change(comment("stored"))
    move_away(opened, file)
    opened.change(note("waiting"))
    library.create_anew()
    opened.keep_up()
    assert opened.is_saved
    assert library.read(opened.record.id).asl == opened.workflow.document.text
    assert value(opened) == {**value(opened), "Comment": "stored"}
    assert value(opened)["States"]["A"]["Comment"] == "waiting"
    opened.change(comment("later"))
    opened.undo()
    assert value(opened)["Comment"] == "stored"


def test_a_library_that_is_replaced_by_an_older_copy_keeps_the_newer_version_beside_it(opened, library, file):
    library.engine.dispose()
    backup = file.with_name("backup")
    backup.write_bytes(file.read_bytes())
    opened.change(comment("newer"))
    newer = opened.workflow.document.text
    library.engine.dispose()
    file.unlink()
    backup.rename(file)
    opened.keep_up()
    assert opened.workflow.document.text == ASL
    assert [refusal.code for refusal in opened.refusals] == ["library-replaced"]
    others = [library.read(entry.id).asl for entry in library.entries() if entry.id != opened.record.id]
    assert others == [newer]
    opened.write(comment("again"), Acknowledgement("tab", 1))
    assert library.read(opened.record.id).asl == opened.workflow.document.text


def test_a_replaced_library_that_has_the_workflow_in_its_trash_restores_it(opened, library, file):
    library.discard(opened.record.id)
    library.engine.dispose()
    backup = file.with_name("backup")
    backup.write_bytes(file.read_bytes())
    library.restore(opened.record.id)
    opened.refresh()
    library.engine.dispose()
    file.unlink()
    backup.rename(file)
    opened.keep_up()
    assert [entry.id for entry in library.entries() if entry.id == opened.record.id]
    assert library.read(opened.record.id).asl == opened.workflow.document.text
