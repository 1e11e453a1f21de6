"""What a person does on the board and beside it is done to the sketch, once, however late it is heard."""

import pytest
from board_model import BoardModel
from budget import examples
from hypothesis import given
from hypothesis import strategies as st

from designer.library.store import Library, connect
from designer.sketch.board import SHEET
from designer.sketch.sketchpad import Sketchpad
from designer.workspace.actions.redo import Redo
from designer.workspace.actions.undo import Undo
from designer.workspace.intent_receiver import IntentReceiver
from designer.workspace.open_workflow import OpenWorkflow
from schemas.sidecar.design import Point
from schemas.sidecar.workflow import new_workflow


class Desk:
    """A sketch page, and the board in the browser."""

    def __init__(self, engine, id=None):
        self.id = id or Library(engine).add(new_workflow("w"))
        self.pad = Sketchpad(OpenWorkflow(engine, self.id))
        self.browser = BoardModel()
        self.browser.mount(self.pad.deliver("ja", False))

    def run(self):
        """A run of the page: it hears the latest that the browser said, and answers."""
        said = self.browser.said
        if said:
            self.pad.hear(said[-1])
            said.clear()
        self.browser.sent.append(self.pad.deliver("ja", False))

    def settle(self):
        while self.browser.said or self.browser.sent:
            while self.browser.said:
                self.run()
            self.browser.hear()
            assert len(self.browser.sent) < 50

    def add(self, kind="step"):
        self.pad.add(kind)
        self.run()
        self.settle()
        return self.pad.selected

    def kept(self):
        """The same as `BoardModel.shown`, of the sketch that is kept."""
        sketch = Sketchpad(OpenWorkflow(self.pad.editor.library.engine, self.id)).sketch
        cards = {uid: (card.position.x, card.position.y) for uid, card in sketch.cards.items()}
        return cards, {(arrow.source, arrow.target) for arrow in sketch.arrows.values()}


@pytest.fixture
def engine(tmp_path):
    return connect(f"sqlite:///{tmp_path / 'library.db'}")


@pytest.fixture
def desk(engine):
    return Desk(engine)


def test_a_new_card_follows_the_selected_one_with_an_arrow(desk):
    screen = desk.add("screen")
    decision = desk.add("decision")
    failed = desk.add("failed")
    after_the_end = desk.add("step")
    assert desk.kept()[1] == {(screen, decision), (decision, failed)}
    places = [desk.kept()[0][uid] for uid in (screen, decision, failed, after_the_end)]
    assert places == [(0, 0), (0, 176), (0, 352), (0, 528)]


def test_a_note_takes_no_arrow(desk):
    desk.add("screen")
    desk.add("note")
    assert desk.kept()[1] == set()


def test_a_second_card_after_the_same_stands_beside_the_first(desk):
    first = desk.add("decision")
    desk.add("step")
    desk.pad.select(first)
    second = desk.add("step")
    assert desk.kept()[0][second] == (280, 176)


def test_without_a_selection_cards_stand_alone_in_rows(desk):
    for _ in range(5):
        desk.pad.select("")
        desk.add("step")
    cards, arrows = desk.kept()
    assert (list(cards.values())[3:], arrows) == ([(840, 0), (0, 176)], set())


def test_a_drag_is_kept_and_keeps_the_selection(desk):
    first = desk.add()
    second = desk.add()
    desk.browser.drag(first, -300, 40)
    desk.run()
    desk.settle()
    assert desk.kept()[0][first] == (-300, 40)
    assert desk.pad.selected == second


def test_an_arrow_drawn_on_the_board_is_kept_and_selected(desk):
    first, second = desk.add("note"), desk.add("note")
    desk.browser.connect(first, second)
    desk.run()
    assert desk.pad.sketch.arrows.keys() == {desk.pad.selected}
    desk.settle()
    assert desk.browser.arrows.keys() == {desk.pad.selected}


def test_drawing_an_arrow_that_is_there_selects_it(desk):
    first, second = desk.add(), desk.add()
    (arrow,) = desk.pad.sketch.arrows
    desk.pad.connect(first, second)
    assert desk.pad.selected == arrow


def test_a_click_selects_and_a_click_on_the_sheet_selects_nothing(desk):
    first, _ = desk.add(), desk.add()
    desk.browser.click(first)
    desk.run()
    assert desk.pad.selected == first
    desk.browser.click(SHEET)
    desk.run()
    assert desk.pad.selected == ""


def test_an_older_state_that_comes_once_more_undoes_nothing(desk):
    card = desk.add()
    desk.browser.drag(card, 10, 10)
    older = desk.browser.said[-1]
    desk.run()
    desk.browser.drag(card, 500, 500)
    desk.run()
    desk.pad.hear(older)
    assert desk.kept()[0][card] == (500, 500)


def test_what_python_changed_meanwhile_stays(desk):
    card = desk.add()
    desk.browser.drag(card, 10, 10)
    desk.pad.tell(card, "text", "カート")
    desk.pad.add("note")
    desk.run()
    desk.settle()
    assert desk.pad.sketch.cards[card].text == "カート"
    assert desk.browser.shown() == desk.kept()
    assert len(desk.kept()[0]) == 2


def test_an_undone_drag_does_not_come_back_with_the_next_one(desk):
    first, second = desk.add(), desk.add()
    desk.browser.drag(first, 500, 0)
    desk.run()
    desk.pad.editor.undo()
    desk.browser.drag(second, 700, 0)
    desk.run()
    desk.settle()
    cards = desk.browser.shown()[0]
    assert (cards[first], cards[second]) == ((0, 0), (700, 0))
    assert desk.kept()[0] == cards


def test_a_late_answer_of_the_board_does_not_take_back_what_came_after(desk):
    card = desk.add()
    desk.pad.move(card, 40, 0)
    desk.run()
    desk.browser.hear()
    desk.pad.move(card, 40, 0)
    desk.run()
    desk.settle()
    assert desk.kept()[0][card] == (80, 0)


def test_an_answer_does_not_take_back_a_gesture_that_it_has_not_heard_of(desk):
    card = desk.add()
    desk.pad.tell(card, "text", "カート")
    desk.run()
    desk.browser.drag(card, 200, 0)
    desk.browser.hear()
    assert desk.browser.shown()[0][card] == (200, 0)
    desk.settle()
    assert desk.kept()[0][card] == (200, 0)


def test_each_step_is_undone_and_done_again(desk):
    desk.add()
    desk.add()
    before = desk.kept()
    desk.pad.delete(desk.pad.selected)
    for intent, expected in ((Undo(), before), (Undo(), None), (Redo(), before)):
        IntentReceiver(desk.pad.editor).apply(intent)
        desk.run()
        desk.settle()
        assert expected in (None, desk.kept())
        assert desk.browser.shown() == desk.kept()


def test_a_python_that_starts_anew_takes_over_what_it_had_not_heard(desk, engine):
    first, second = desk.add("note"), desk.add("note")
    desk.browser.drag(first, 333, 44)
    desk.browser.connect(first, second)
    anew = Sketchpad(OpenWorkflow(engine, desk.id))
    for _ in range(2):
        anew.hear(desk.browser.said[-1])
    assert anew.sketch.cards[first].position == Point(333, 44)
    assert len(anew.sketch.arrows) == 1


def test_only_a_card_that_enlarges_the_sheet_moves_the_view(desk):
    desk.add()
    assert not desk.pad.deliver("ja", False).fit
    for _ in range(6):
        desk.pad.add("step")
    assert desk.pad.deliver("ja", False).fit
    desk.run()
    desk.settle()
    assert not desk.pad.deliver("ja", False).fit


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["add", "add", "drag", "drag", "connect", "click", "tell", "delete", "run", "hear"]),
        st.integers(0, 3),
        st.integers(-500, 500),
    ),
    min_size=15,
    max_size=30,
)


@examples(15, 300)
@given(STEPS)
def test_whatever_comes_late_nothing_is_lost(engine, steps):
    """One person acts; the messages of browser and Python cross at any time."""
    desk = Desk(engine)
    places, arrows, words = {}, set(), {}
    for name, number, value in steps:
        on_board = sorted(desk.browser.shown()[0])
        known = sorted(desk.pad.sketch.cards)
        if name == "add":
            desk.pad.add("note")
            places[desk.pad.selected] = desk.kept()[0][desk.pad.selected]
        elif name == "run":
            desk.run()
        elif name == "hear" and desk.browser.sent:
            desk.browser.hear()
        elif name == "click" and on_board:
            desk.browser.click(on_board[number % len(on_board)])
        elif name == "drag" and on_board:
            uid = on_board[number % len(on_board)]
            desk.browser.drag(uid, value, -value)
            places |= {uid: (value, -value)} if uid in places else {}
        elif name == "connect" and on_board:
            source, target = on_board[number % len(on_board)], on_board[value % len(on_board)]
            desk.browser.connect(source, target)
            arrows |= {(source, target)} if {source, target} <= places.keys() else set()
        elif name == "tell" and known:
            uid = known[number % len(known)]
            desk.pad.tell(uid, "text", str(value))
            words[uid] = str(value)
        elif name == "delete" and known:
            uid = known[number % len(known)]
            desk.pad.delete(uid)
            places.pop(uid)
            arrows = {arrow for arrow in arrows if uid not in arrow}
    desk.run()
    desk.settle()
    assert desk.kept() == (places, arrows)
    assert desk.browser.shown() == desk.kept()
    assert all(desk.pad.sketch.cards[uid].text == text for uid, text in words.items() if uid in places)
