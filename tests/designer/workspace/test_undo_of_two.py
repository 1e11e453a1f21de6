"""Undo and redo with two tabs: each takes back its own last change, or says why it cannot."""

from __future__ import annotations

from two_tabs import ASL, Tab, add

from designer.library.store import Library, Names, connect
from designer.protocol.canvas import Place
from designer.workspace import definition_text
from designer.workspace.actions.add_note import AddNote
from designer.workspace.actions.connect import Connect
from designer.workspace.actions.delete import Delete
from designer.workspace.actions.edit_note import EditNote
from designer.workspace.actions.move_states import MoveStates
from designer.workspace.actions.redo import Redo
from designer.workspace.actions.rename_state import RenameState
from designer.workspace.actions.undo import Undo
from designer.workspace.presence import Presence
from schemas.core.diagnostic import message_text
from schemas.core.edits import Set
from schemas.document.document import Document
from schemas.sidecar.workflow import Change, new_workflow


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
