"""Undo and redo again and again, in tabs one after the other, and whatever two people do in turn."""

from __future__ import annotations

from budget import examples
from hypothesis import given
from hypothesis import strategies as st
from two_tabs import ASL, Tab, add

from designer.library.store import Library, connect
from designer.protocol.canvas import Place
from designer.workspace.actions.add_note import AddNote
from designer.workspace.actions.delete import Delete
from designer.workspace.actions.edit_note import EditNote
from designer.workspace.actions.move_states import MoveStates
from designer.workspace.actions.redo import Redo
from designer.workspace.actions.undo import Undo
from designer.workspace.presence import GONE_AFTER, Presence
from schemas.core.edits import Set
from schemas.document.document import Document
from schemas.sidecar.workflow import Change, Workflow


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
