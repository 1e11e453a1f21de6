"""The editor on a real library: intents applied once, undo without limit, two tabs, broken text."""

import pytest
from sqlalchemy import event

from designer.library.store import Library, NoSuchWorkflow, connect
from designer.protocol.canvas import AddState, Delete, Numbered, Outbox, Redo, RenameState, Select, Undo
from designer.workspace import definition_text
from designer.workspace.open_workflow import OpenWorkflow
from schemas.core.diagnostic import message_text
from schemas.core.edits import Set
from schemas.document.document import Document
from schemas.sidecar.workflow import Change, Workflow

ASL = """{
  "StartAt": "A",
  "States": {
    "A": {"Type": "Pass", "Next": "B"},
    "B": {"Type": "Succeed"}
  }
}
"""


@pytest.fixture
def engine(tmp_path):
    return connect(f"sqlite:///{tmp_path / 'library.db'}")


@pytest.fixture
def id(engine):
    return Library(engine).add(Workflow("注文", Document.parse(ASL, "json")))


@pytest.fixture
def editor(engine, id):
    return OpenWorkflow(engine, id)


def outbox(*intents, client="tab", first=1):
    numbered = [Numbered(number=number, intent=intent) for number, intent in enumerate(intents, first)]
    return Outbox(client=client, attempt=1, seen=-1, intents=numbered)


def add(name, uid="u"):
    return AddState(uid=uid, name=name, template="Pass", x=0, y=0)


def comment(words):
    return lambda workflow: Change((Set(("Comment",), words),))


def names(editor):
    return list(editor.workflow.document.value["States"])


def test_intents_are_applied_in_order_and_kept(editor, engine, id):
    assert editor.hear(outbox(add("C", "c"), RenameState(uid="c", name="D"))) == 2
    assert names(editor) == ["A", "B", "D"]
    assert Library(engine).read(id).asl == editor.workflow.document.text


def test_an_outbox_that_comes_again_is_applied_once(editor):
    editor.hear(outbox(add("C", "c")))
    assert editor.hear(outbox(add("C", "c"), add("D", "d"))) == 2
    assert names(editor) == ["A", "B", "C", "D"]


def test_it_is_applied_once_even_by_another_process(editor, engine, id):
    editor.hear(outbox(add("C", "c")))
    other = OpenWorkflow(engine, id)
    assert other.hear(outbox(add("C", "c"))) == 1
    assert (other.record.position, other.refusals) == (1, [])


def test_it_is_applied_once_even_where_two_processes_hear_it_at_the_same_time(editor, engine, id):
    for words in ("一", "二"):
        editor.change(comment(words))
    other = OpenWorkflow(connect(engine.url), id)

    @event.listens_for(engine, "before_cursor_execute")
    def be_quicker(_connection, _cursor, statement, *_):
        if statement.startswith("UPDATE"):
            other.hear(outbox(Undo()))

    assert editor.hear(outbox(Undo())) == 1
    assert editor.workflow.document.value["Comment"] == "一"


def test_numbers_belong_to_their_client(editor):
    editor.hear(outbox(add("C", "c"), client="one"))
    editor.hear(outbox(add("D", "d"), client="two"))
    assert names(editor) == ["A", "B", "C", "D"]


def test_a_refused_intent_is_acknowledged_and_told(editor):
    assert editor.hear(outbox(RenameState(uid="nobody", name="X"), add("C", "c"))) == 2
    assert all(message_text(refusal.code, refusal.params, "ja") for refusal in editor.refusals)
    assert len(editor.refusals) == 1
    assert names(editor) == ["A", "B", "C"]


def test_selection_changes_no_text(editor):
    assert editor.hear(outbox(Select(ids=["u"]))) == 1
    assert editor.selected == ("u",)
    assert editor.record.revision == 0


def test_undo_and_redo_go_all_the_way_and_survive_a_reload(editor, engine, id):
    texts = [editor.workflow.document.text]
    for number in range(5):
        editor.change(comment(f"{number}"))
        texts.append(editor.workflow.document.text)
    again = OpenWorkflow(engine, id)
    for text in reversed(texts[:-1]):
        again.do(Undo())
        assert again.workflow.document.text == text
    assert (again.can_undo, again.can_redo) == (False, True)
    again.do(Undo())
    for text in texts[1:]:
        again.do(Redo())
        assert again.workflow.document.text == text
    assert (again.can_undo, again.can_redo) == (True, False)


def test_undo_brings_positions_back_too(editor):
    before = editor.workflow.design.document.text
    editor.hear(outbox(add("C", "c")))
    assert editor.workflow.design.document.text != before
    editor.do(Undo())
    assert editor.workflow.design.document.text == before


def test_a_new_change_takes_redo_away(editor):
    editor.change(comment("一"))
    editor.do(Undo())
    editor.change(comment("二"))
    assert not editor.can_redo
    editor.do(Redo())
    assert editor.workflow.document.value["Comment"] == "二"


def test_a_change_that_changes_nothing_is_no_change(editor):
    editor.change(lambda workflow: Change((Set(("StartAt",), "A"),)))
    assert editor.record.position == 0


def test_two_tabs_each_apply_on_the_latest(editor, engine, id):
    other = OpenWorkflow(engine, id)
    editor.hear(outbox(add("C", "c"), client="one"))
    other.hear(outbox(add("D", "d"), client="two"))
    editor.refresh()
    assert names(editor) == names(other) == ["A", "B", "C", "D"]


def test_a_writer_that_comes_between_is_not_overwritten(editor, engine, id):
    other = OpenWorkflow(engine, id)

    def make(workflow):
        if "Comment" not in workflow.document.value:
            other.change(comment("先に"))
        return Change((Set(("TimeoutSeconds",), 5),))

    editor.change(make)
    assert editor.workflow.document.value["Comment"] == "先に"
    assert editor.workflow.document.value["TimeoutSeconds"] == 5


def test_broken_text_is_held_and_the_picture_stays(editor, engine, id):
    broken = ASL.replace('"StartAt": "A",', '"StartAt": "A')
    editor.change(lambda workflow: definition_text.change_from_text(workflow.document, broken, "json"))
    assert editor.workflow.document.text == broken
    assert editor.picture.document.text == ASL
    again = OpenWorkflow(engine, id)
    assert again.workflow.document.problem is not None
    assert again.picture.document.text == ASL


def test_what_is_drawn_on_broken_text_is_refused(editor):
    editor.change(lambda workflow: definition_text.change_from_text(workflow.document, "{", "json"))
    editor.hear(outbox(Delete(states=["x"])))
    assert editor.workflow.document.text == "{"
    assert editor.refusals != []


def test_a_workflow_deleted_meanwhile_is_not_brought_back(editor, engine, id):
    Library(engine).delete(id)
    editor.change(comment("遅れて"))
    assert editor.hear(outbox(add("C", "c"))) == 1
    with pytest.raises(NoSuchWorkflow):
        editor.refresh()
    assert Library(engine).entries() == []


def test_renaming_keeps_the_text(editor):
    editor.rename("返品")
    editor.refresh()
    assert (editor.record.name, editor.workflow.name) == ("返品", "返品")
    assert editor.workflow.document.text == ASL


def test_an_intent_that_our_own_mistake_breaks_off_is_told_once_and_not_tried_for_ever(editor):
    def make(workflow):
        raise ZeroDivisionError

    editor.change(make)
    assert [refusal.code for refusal in editor.refusals] == ["action-failed"]
    assert editor.workflow.document.text == ASL
    assert editor.hear(outbox(add("C", "c"))) == 1
