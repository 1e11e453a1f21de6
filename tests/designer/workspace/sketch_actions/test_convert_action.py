"""The sketch becomes the workflow by one change, in which no box hides another."""

from __future__ import annotations

from itertools import combinations

import pytest
from sketching import done, sketched

from designer.workspace import sketch_actions
from designer.workspace.actions.shared.context import ActionRefused
from designer.workspace.sketch_actions.change_card import ChangeCard
from designer.workspace.sketch_actions.convert import Convert
from exporters.scene import draw
from exporters.scene.sketch import draw_sketch
from exporters.scene.space import overlap
from schemas import validate
from schemas.core.edits import Set
from schemas.document.document import Document
from schemas.sidecar.sketch import read_sketch
from schemas.sidecar.workflow import Change, Workflow
from schemas.validator.check_design import check_design

CARDS = {
    "order": "screen",
    "check": "step",
    "d": "decision",
    "mail": "step",
    "slip": "step",
    "end": "succeeded",
}
ARROWS = "order>check check>d d>mail:yes d>end:no d>slip:yes mail>end slip>end"


def states(workflow: Workflow) -> dict[str, dict[str, object]]:
    return workflow.document.value["States"]


def test_one_change_makes_the_workflow_and_one_undo_takes_it_back() -> None:
    before = sketched(CARDS, ARROWS)
    change = before.apply(sketch_actions.perform(before, Convert()))
    made = change.workflow
    assert {state["Type"] for state in states(made).values()} == {"Task", "Choice", "Parallel", "Succeed"}
    assert [found.code for found in validate(made.document, made.design) if found.severity == "error"] == []
    assert check_design(made.design) == []
    assert made.document.value["QueryLanguage"] == "JSONata"
    back = made.apply(change.inverse).workflow
    assert back.document.text == before.document.text
    assert back.design.document.text == before.design.document.text


def test_no_box_hides_another_and_states_stand_where_their_cards_do() -> None:
    made = done(sketched(CARDS, ARROWS), Convert())
    boxes = [box for box in draw(made).boxes.values() if box.parent == "" and box.state]
    assert len(boxes) == 4
    assert not [pair for pair in combinations(boxes, 2) if overlap(pair[0].rect, pair[1].rect)]
    cards = draw_sketch(read_sketch(made.design)).boxes
    for box in boxes:
        own = cards[made.design.states[box.id].card].rect
        assert box.rect.x + box.rect.width / 2 == own.x + own.width / 2


def test_cards_side_by_side_stay_so() -> None:
    before = sketched({"a": "step", "b": "step"}, "a>b")
    beside = Change(design=(Set(("sketch", "cards", "b", "position"), {"x": 500, "y": 0}),))
    made = done(before.apply(beside).workflow, Convert())
    positions = {uid: entry.position for uid, entry in made.design.states.items()}
    assert positions["a"].y == positions["b"].y
    assert positions["b"].x - positions["a"].x == 500


def test_a_change_of_a_card_is_taken_over_alone() -> None:
    made = done(sketched(CARDS, ARROWS), Convert(), ChangeCard(uid="check", text="Look"))
    again = done(made, Convert(accepted=["card:check"]))
    assert "Look" in states(again)
    assert "check" not in states(again)
    assert again.design.states["check"].position == made.design.states["check"].position


def test_a_renamed_card_keeps_the_text_and_the_comments_of_its_state() -> None:
    made = done(
        Workflow("w", Document.parse("States: {}\n", "yaml"), sketched(CARDS, ARROWS).design), Convert()
    )
    assert made.document.format == "yaml"
    commented = Document(made.document.text.replace("Type: Task", "Type: Task # mine", 1), "yaml")
    mine = Workflow("w", commented, made.design)
    again = done(mine, ChangeCard(uid="check", text="Look"), Convert())
    assert "    Type: Task # mine" in again.document.text
    assert next(iter(states(again))) == "Look"
    assert again.document.value["StartAt"] == "Look"


def test_states_of_a_persons_own_are_never_overwritten() -> None:
    own = Document.parse('{"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}')
    before = sketched(CARDS, ARROWS)
    with pytest.raises(ActionRefused) as refused:
        done(Workflow("w", own, before.design), Convert())
    assert refused.value.code == "action-already-drawn"


def test_a_definition_that_cannot_be_read_is_refused() -> None:
    before = sketched(CARDS, ARROWS)
    with pytest.raises(ActionRefused) as refused:
        done(Workflow("w", Document.parse("{"), before.design), Convert())
    assert refused.value.code == "action-broken-text"
