"""Intents are applied once each and in order, whoever sends them and however often."""

import pytest
from sqlalchemy import event

from designer.library.store import Library, NoSuchWorkflow, connect
from designer.protocol.canvas import Numbered, Outbox
from designer.workspace import definition_text
from designer.workspace.actions.add_state import AddState
from designer.workspace.actions.delete import Delete
from designer.workspace.actions.redo import Redo
from designer.workspace.actions.rename_state import RenameState
from designer.workspace.actions.select import Select
from designer.workspace.actions.undo import Undo
from designer.workspace.intent_receiver import IntentReceiver
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


class Tab:
    """The workflow as one browser tab has it open."""

    def __init__(self, engine, id):
        self.opened = OpenWorkflow(engine, id)
        self.receiver = IntentReceiver(self.opened)


@pytest.fixture
def tab(engine, id):
    return Tab(engine, id)


def outbox(*intents, client="tab", first=1):
    numbered = [Numbered(number=number, intent=intent) for number, intent in enumerate(intents, first)]
    return Outbox(client=client, attempt=1, seen=-1, intents=numbered)


def add(name, uid="u"):
    return AddState(uid=uid, name=name, template="Pass", x=0, y=0)


def comment(words):
    return lambda workflow: Change((Set(("Comment",), words),))


def names(tab):
    return list(tab.opened.workflow.document.value["States"])


def test_intents_are_applied_in_order_and_kept(tab, engine, id):
    assert tab.receiver.receive(outbox(add("C", "c"), RenameState(uid="c", name="D"))) == 2
    assert names(tab) == ["A", "B", "D"]
    assert Library(engine).read(id).asl == tab.opened.workflow.document.text


def test_an_outbox_that_comes_again_is_applied_once(tab):
    tab.receiver.receive(outbox(add("C", "c")))
    assert tab.receiver.receive(outbox(add("C", "c"), add("D", "d"))) == 2
    assert names(tab) == ["A", "B", "C", "D"]


def test_it_is_applied_once_even_by_another_process(tab, engine, id):
    tab.receiver.receive(outbox(add("C", "c")))
    other = Tab(engine, id)
    assert other.receiver.receive(outbox(add("C", "c"))) == 1
    assert (other.opened.record.position, other.opened.refusals) == (1, [])


def test_it_is_applied_once_even_where_two_processes_hear_it_at_the_same_time(tab, engine, id):
    for words in ("一", "二"):
        tab.opened.change(comment(words))
    other = Tab(connect(engine.url), id)

    @event.listens_for(engine, "before_cursor_execute")
    def be_quicker(_connection, _cursor, statement, *_):
        if statement.startswith("UPDATE"):
            other.receiver.receive(outbox(Undo()))

    assert tab.receiver.receive(outbox(Undo())) == 1
    assert tab.opened.workflow.document.value["Comment"] == "一"


def test_numbers_belong_to_their_client(tab):
    tab.receiver.receive(outbox(add("C", "c"), client="one"))
    tab.receiver.receive(outbox(add("D", "d"), client="two"))
    assert names(tab) == ["A", "B", "C", "D"]


def test_a_refused_intent_is_acknowledged_and_told(tab):
    assert tab.receiver.receive(outbox(RenameState(uid="nobody", name="X"), add("C", "c"))) == 2
    assert all(message_text(refusal.code, refusal.params, "ja") for refusal in tab.opened.refusals)
    assert len(tab.opened.refusals) == 1
    assert names(tab) == ["A", "B", "C"]


def test_an_outbox_that_brings_nothing_new_asks_the_database_nothing(tab, engine):
    """The page's outbox stays as it is, run after run, until the canvas sends another."""
    said = outbox(add("C", "c"))
    tab.receiver.receive(said)
    asked = []
    event.listen(engine, "before_cursor_execute", lambda *call: asked.append(call[2]))
    assert tab.receiver.receive(said) == 1
    assert asked == []


def test_selection_changes_no_text(tab):
    assert tab.receiver.receive(outbox(Select(ids=["u"]))) == 1
    assert tab.opened.selected == ("u",)
    assert tab.opened.record.revision == 0


def test_undo_and_redo_go_all_the_way_and_survive_a_reload(tab, engine, id):
    texts = [tab.opened.workflow.document.text]
    for number in range(5):
        tab.opened.change(comment(f"{number}"))
        texts.append(tab.opened.workflow.document.text)
    again = Tab(engine, id)
    for text in reversed(texts[:-1]):
        again.receiver.apply(Undo())
        assert again.opened.workflow.document.text == text
    assert (again.opened.can_undo, again.opened.can_redo) == (False, True)
    again.receiver.apply(Undo())
    for text in texts[1:]:
        again.receiver.apply(Redo())
        assert again.opened.workflow.document.text == text
    assert (again.opened.can_undo, again.opened.can_redo) == (True, False)


def test_undo_brings_positions_back_too(tab):
    before = tab.opened.workflow.design.document.text
    tab.receiver.receive(outbox(add("C", "c")))
    assert tab.opened.workflow.design.document.text != before
    tab.receiver.apply(Undo())
    assert tab.opened.workflow.design.document.text == before


def test_a_new_change_takes_redo_away(tab):
    tab.opened.change(comment("一"))
    tab.receiver.apply(Undo())
    tab.opened.change(comment("二"))
    assert not tab.opened.can_redo
    tab.receiver.apply(Redo())
    assert tab.opened.workflow.document.value["Comment"] == "二"


def test_two_tabs_each_apply_on_the_latest(tab, engine, id):
    other = Tab(engine, id)
    tab.receiver.receive(outbox(add("C", "c"), client="one"))
    other.receiver.receive(outbox(add("D", "d"), client="two"))
    tab.opened.refresh()
    assert names(tab) == names(other) == ["A", "B", "C", "D"]


def test_what_is_drawn_on_broken_text_is_refused(tab):
    tab.opened.change(lambda workflow: definition_text.change_from_text(workflow.document, "{", "json"))
    tab.receiver.receive(outbox(Delete(states=["x"])))
    assert tab.opened.workflow.document.text == "{"
    assert tab.opened.refusals != []


def test_a_workflow_deleted_meanwhile_is_not_brought_back(tab, engine, id):
    Library(engine).delete(id)
    tab.opened.change(comment("遅れて"))
    assert tab.receiver.receive(outbox(add("C", "c"))) == 1
    with pytest.raises(NoSuchWorkflow):
        tab.opened.refresh()
    assert Library(engine).entries() == []


def test_an_intent_that_our_own_mistake_breaks_off_is_told_once_and_not_tried_for_ever(tab):
    def make(workflow):
        raise ZeroDivisionError

    tab.opened.change(make)
    assert [refusal.code for refusal in tab.opened.refusals] == ["action-failed"]
    assert tab.opened.workflow.document.text == ASL
    assert tab.receiver.receive(outbox(add("C", "c"))) == 1
