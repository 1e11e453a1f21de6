"""Undo and redo with two tabs: each takes back its own last change, or says why it cannot."""

from __future__ import annotations

import pytest
from budget import examples
from hypothesis import given
from hypothesis import strategies as st

from designer.library.store import Library, Names, connect
from designer.protocol.canvas import Place
from designer.workspace import definition_text
from designer.workspace.actions.add_note import AddNote
from designer.workspace.actions.add_state import AddState
from designer.workspace.actions.connect import Connect
from designer.workspace.actions.delete import Delete
from designer.workspace.actions.edit_note import EditNote
from designer.workspace.actions.move_states import MoveStates
from designer.workspace.actions.redo import Redo
from designer.workspace.actions.rename_state import RenameState
from designer.workspace.actions.undo import Undo
from designer.workspace.intent_receiver import IntentReceiver
from designer.workspace.open_workflow import OpenWorkflow
from designer.workspace.presence import GONE_AFTER, Presence
from schemas.core.diagnostic import message_text
from schemas.core.edits import Set
from schemas.document.document import Document
from schemas.sidecar.annotations import read_annotations
from schemas.sidecar.identity import identify
from schemas.sidecar.workflow import Change, Workflow, new_workflow

ASL = """{
  "StartAt": "A",
  "States": {
    "A": {"Type": "Pass", "Next": "B"},
    "B": {"Type": "Pass", "Next": "C"},
    "C": {"Type": "Succeed"}
  }
}
"""


class Clock:
    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


class Tab:
    """The workflow as one tab has it open, and the person before it."""

    def __init__(self, engine, id, presence, tab, person=""):
        self.opened = OpenWorkflow(engine, id, presence)
        self.receiver = IntentReceiver(self.opened)
        presence.touch(self.opened.visit.token, tab, person or tab, tab)

    def do(self, *intents):
        for intent in intents:
            self.receiver.apply(intent)
        return self.refusals()

    def set(self, key, value):
        self.opened.change(lambda workflow: Change((Set((key,), value),)))

    def refusals(self):
        found, self.opened.refusals = self.opened.refusals, []
        return [refusal.code for refusal in found]

    @property
    def value(self):
        self.opened.refresh()
        return self.opened.workflow.document.value

    @property
    def texts(self):
        self.opened.refresh()
        return self.opened.workflow.document.text, self.opened.workflow.design.document.text

    def uid(self, name):
        self.opened.refresh()
        workflow = self.opened.workflow
        return identify(workflow.document.value, workflow.design).uids[("States", name)]

    def note(self):
        return read_annotations(self.opened.workflow.design).notes


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def open_tab(tmp_path, clock):
    engine = connect(f"sqlite:///{tmp_path / 'library.db'}")
    id = Library(engine).add(Workflow("注文", Document.parse(ASL, "json")))
    presence = Presence(clock)
    return lambda tab, person="": Tab(engine, id, presence, tab, person)


@pytest.fixture
def mine(open_tab):
    return open_tab("mine")


@pytest.fixture
def other(open_tab):
    return open_tab("other")


def add(uid, after="", name=""):
    return AddState(uid=uid, name=name or uid.upper(), template="Pass", x=40, y=600, after=after or None)


def test_undo_takes_back_my_change_and_leaves_the_later_one_of_another(mine, other):
    mine.set("Comment", "私")
    other.set("TimeoutSeconds", 5)
    assert mine.do(Undo()) == []
    assert "Comment" not in mine.value
    assert other.value["TimeoutSeconds"] == 5
    assert mine.do(Redo()) == []
    assert (mine.value["Comment"], mine.value["TimeoutSeconds"]) == ("私", 5)
    assert other.do(Undo()) == []
    assert mine.value == {**Document.parse(ASL).value, "Comment": "私"}


def test_a_tab_that_has_changed_nothing_has_nothing_to_undo(mine, other):
    mine.set("Comment", "私")
    other.opened.refresh()
    assert not other.opened.can_undo
    assert other.do(Undo()) == ["undo-nothing"]
    assert mine.opened.can_undo
    assert other.do(Redo()) == ["redo-nothing"]


def test_a_change_of_another_does_not_take_my_redo_away(mine, other):
    mine.set("Comment", "私")
    mine.do(Undo())
    other.set("TimeoutSeconds", 5)
    mine.opened.refresh()
    assert mine.opened.can_redo
    mine.do(Redo())
    assert (mine.value["Comment"], mine.value["TimeoutSeconds"]) == ("私", 5)


def test_the_same_value_changed_by_another_is_refused_in_words_and_stays(mine, other):
    mine.set("Comment", "私")
    other.set("Comment", "別の人")
    before = other.texts
    assert mine.do(Undo()) == ["undo-overlaps"]
    assert mine.texts == before
    other.do(Undo())
    assert mine.do(Undo()) == []
    assert "Comment" not in mine.value


def test_the_refusal_names_the_other_person(mine, other):
    Names(mine.opened.library.engine).name_person("other", "花子")
    mine.set("Comment", "私")
    other.set("Comment", "別の人")
    mine.receiver.apply(Undo())
    (refusal,) = mine.opened.refusals
    assert message_text(refusal.code, refusal.params, "ja").count("花子さん") == 1


def test_states_added_at_one_place_are_undone_apart(mine, other):
    a = mine.uid("A")
    mine.do(add("x"))
    other.do(add("y"))
    assert mine.do(Undo()) == []
    assert list(mine.value["States"]) == ["A", "B", "C", "Y"]
    assert other.uid("A") == a
    assert other.do(Undo()) == []
    assert mine.texts[0] == ASL


def test_a_state_that_another_leads_to_or_fills_is_not_taken_away(mine, other):
    mine.do(add("x"))
    other.do(Connect(edge="next", source=other.uid("A"), target="x"))
    assert mine.do(Undo()) == ["undo-needed"]
    other.do(Undo())
    other.do(RenameState(uid="x", name="確認"))
    assert mine.do(Undo()) == ["undo-overlaps"]
    assert "確認" in mine.value["States"]


def test_a_deleted_state_comes_back_beside_what_another_has_added(mine, other):
    mine.do(Delete(states=[mine.uid("B")]))
    other.do(add("y"), AddNote(uid="n", text="付箋", x=0, y=0))
    assert mine.do(Undo()) == []
    assert list(mine.value["States"]) == ["A", "B", "C", "Y"]
    assert mine.value["States"]["A"]["Next"] == "B"
    assert [note.text for note in mine.note().values()] == ["付箋"]


def test_a_state_that_another_has_moved_stays_where_it_is_when_its_neighbour_goes(mine, other):
    mine.do(add("x", after=mine.uid("A")))
    other.do(MoveStates(places=[Place(uid=other.uid("C"), x=900, y=900)]))
    assert mine.do(Undo()) == []
    workflow = mine.opened.workflow
    assert workflow.document.text == ASL
    point = workflow.design.states[mine.uid("C")].position
    assert (point.x, point.y) == (900, 900)


def test_the_first_states_of_an_empty_workflow_are_undone_apart(tmp_path):
    engine = connect(f"sqlite:///{tmp_path / 'library.db'}")
    id = Library(engine).add(new_workflow("新しい"))
    presence = Presence()
    mine, other = (Tab(engine, id, presence, name) for name in ("mine", "other"))
    other.do(AddNote(uid="m", text="前から", x=0, y=0))
    mine.do(add("x"))
    other.do(add("y", name="Z"))
    assert mine.do(Undo()) == ["undo-overlaps"] or list(mine.value["States"]) == ["Z"]
    assert mine.opened.workflow.document.problem is None


def test_what_another_has_deleted_is_taken_back_without_effect_and_says_so(mine, other):
    mine.do(AddNote(uid="n", text="付箋", x=0, y=0))
    other.do(Delete(states=["note:n"]))
    before = other.texts
    assert mine.do(Undo()) == ["undo-done"]
    assert mine.texts == before
    assert not mine.opened.can_undo


def test_my_edit_of_a_state_that_another_has_deleted_is_passed_over_and_says_so(mine, other):
    mine.set("TimeoutSeconds", 5)
    path = ("States", "C", "Comment")
    mine.opened.change(lambda workflow: Change((Set(path, "私"),)))
    other.do(Delete(states=[other.uid("C")]))
    assert mine.do(Undo()) == ["undo-done"]
    assert mine.do(Undo()) == []
    assert "TimeoutSeconds" not in mine.value
    other.do(Undo())
    assert mine.value["States"]["C"]["Comment"] == "私"


def test_a_move_that_another_has_moved_again_is_refused(mine, other):
    places = [[Place(uid=mine.uid("C"), x=x, y=900)] for x in (100, 200)]
    mine.do(MoveStates(places=places[0]))
    other.do(MoveStates(places=places[1]))
    assert mine.do(Undo()) == ["undo-overlaps"]


def test_a_move_is_undone_though_another_box_was_moved_since(mine, other):
    mine.do(MoveStates(places=[Place(uid=mine.uid("A"), x=100, y=900)]))
    other.do(MoveStates(places=[Place(uid=other.uid("C"), x=200, y=900)]))
    assert mine.do(Undo()) == []
    design = mine.opened.workflow.design
    assert [(entry.name, entry.position.x) for entry in design.states.values()] == [("C", 200)]


def test_states_inserted_one_after_the_other_are_undone_in_any_order(mine, other):
    mine.do(add("m", after=mine.uid("B")), RenameState(uid="m", name="Mine"))
    other.do(add("w", after=other.uid("A")), RenameState(uid="w", name="Theirs"))
    assert mine.do(Undo(), Undo()) == []
    assert other.do(Undo(), Undo()) == []
    assert other.texts[0] == ASL


def test_a_note_that_another_has_written_on_is_not_taken_away(mine, other):
    mine.do(AddNote(uid="n", text="付箋", x=0, y=0))
    other.do(EditNote(id="note:n", text="書き足し"))
    assert mine.do(Undo()) == ["undo-overlaps"]


def test_text_that_cannot_be_read_is_undone_as_text(mine, other):
    broken = ASL.replace('"StartAt": "A",', '"StartAt": "A')
    mine.opened.change(lambda flow: definition_text.change_from_text(flow.document, broken, "json"))
    other.opened.change(lambda workflow: Change(design=(Set(("title",), "注文"),)))
    assert mine.do(Undo()) == []
    assert mine.texts[0] == ASL
    assert mine.opened.workflow.design.title == "注文"


def test_the_other_format_is_undone_only_where_nothing_has_followed(mine, other):
    yaml = Document.parse(ASL).convert("yaml").text
    mine.opened.change(lambda flow: definition_text.change_from_text(flow.document, yaml, "json"))
    assert mine.opened.workflow.document.format == "yaml"
    other.set("Comment", "別の人")
    assert mine.do(Undo()) == ["undo-overlaps"]
    other.do(Undo())
    assert mine.do(Undo()) == []
    assert mine.texts[0] == ASL


def test_my_next_tab_undoes_what_my_closed_one_did_and_not_what_an_open_one_did(open_tab, clock):
    first = open_tab("first", "hana")
    first.set("Comment", "一")
    second = open_tab("second", "hana")
    stranger = open_tab("third", "ken")
    assert not second.opened.can_undo
    clock.now += GONE_AFTER + 1
    assert not stranger.opened.can_undo
    assert second.opened.can_undo
    second.do(Undo())
    assert "Comment" not in second.value
    second.do(Redo())
    assert second.value["Comment"] == "一"


def test_a_tab_that_takes_its_leave_is_closed_at_once(open_tab):
    first, second = open_tab("first", "hana"), open_tab("second", "hana")
    first.set("Comment", "一")
    second.opened.refresh()
    assert not second.opened.can_undo
    second.opened.presence.leave(first.opened.visit.token)
    assert second.opened.can_undo


def test_undo_without_limit_restores_every_byte_however_often_one_goes_to_and_fro(mine):
    texts = [mine.texts]
    for number in range(6):
        mine.do(add(f"x{number}", after=mine.uid("A")))
        texts.append(mine.texts)
    for _ in range(2):
        for text in reversed(texts[:-1]):
            assert mine.do(Undo()) == []
            assert mine.texts == text
        for text in texts[1:]:
            assert mine.do(Redo()) == []
            assert mine.texts == text


WORDS = st.sampled_from(["一", "二", "three"])
STEPS = st.one_of(
    st.builds(add, st.sampled_from("pqrs"), st.just("")),
    st.builds(lambda uid: ("after", uid), st.sampled_from("pqrs")),
    st.builds(lambda name, words: ("comment", name, words), st.sampled_from("ABC"), WORDS),
    st.builds(lambda name: ("delete", name), st.sampled_from("BC")),
    st.builds(lambda name, x: ("move", name, x), st.sampled_from("ABC"), st.integers(0, 900)),
    st.builds(lambda words: AddNote(uid="n", text=words, x=0, y=0), WORDS),
    st.builds(lambda words: EditNote(id="note:n", text=words), WORDS),
    st.just(Undo()),
    st.just(Undo()),
    st.just(Redo()),
)


@given(st.lists(st.tuples(st.booleans(), STEPS), max_size=14))
@examples(10, 300)
def test_whatever_two_do_in_turn_nothing_of_the_other_is_lost(tmp_path_factory, steps):
    """An undo or redo changes no comment that the other has written since, and keeps both texts whole."""
    engine = connect(f"sqlite:///{tmp_path_factory.mktemp('two') / 'library.db'}")
    id = Library(engine).add(Workflow("注文", Document.parse(ASL, "json")))
    presence = Presence()
    tabs = [Tab(engine, id, presence, name) for name in ("mine", "other")]
    writers = {}
    for is_mine, step in steps:
        tab, peer = tabs if is_mine else tabs[::-1]
        before, theirs = tab.texts, _signs(peer, writers)
        could = tab.opened.can_undo if isinstance(step, Undo) else tab.opened.can_redo
        refused = _take(tab, step)
        workflow = tab.opened.workflow
        assert workflow.document.problem is None and workflow.design.document.problem is None
        if not isinstance(step, Undo | Redo):
            writers |= {step[1]: tab} if isinstance(step, tuple) and step[0] == "comment" else {}
            continue
        assert could or refused
        assert theirs.items() <= _signs(peer, writers).items()
        if refused and refused != ["undo-done"]:
            assert tab.texts == before
    for tab in tabs:
        while tab.opened.can_undo and not tab.do(Undo()):
            tab.opened.refresh()


def _take(tab, step):
    match step:
        case ("after", uid):
            return tab.do(add(uid, after=tab.uid("A")))
        case ("comment", name, words):
            path = ("States", name, "Comment")
            tab.opened.change(lambda workflow: Change((Set(path, f"{words} {tab.opened.visit.tab}"),)))
            return tab.refusals()
        case ("delete", name):
            return tab.do(Delete(states=[tab.uid(name)])) if name in tab.value["States"] else []
        case ("move", name, x):
            places = [Place(uid=tab.uid(name), x=x, y=0)] if name in tab.value["States"] else []
            return tab.do(MoveStates(places=places))
        case _:
            return tab.do(step)


def _signs(tab, writers):
    """The comments that the tab has written, and nobody since."""
    found = {name: state.get("Comment", "") for name, state in tab.value["States"].items()}
    mine = tab.opened.visit.tab
    return {n: words for n, words in found.items() if words.endswith(mine) and writers.get(n) is tab}
