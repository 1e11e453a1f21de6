"""Each thing that a person can do to a sketch is one change of the sidecar, and can be taken back."""

import json

import pytest

from designer.sketch import drawing
from designer.workspace.actions import ActionRefused
from schemas.document.document import Document
from schemas.sidecar.design import Design, Point
from schemas.sidecar.sketch import Arrow, Card, read_sketch
from schemas.sidecar.workflow import Change, Workflow, new_workflow
from schemas.validator.check_design import check_design

CART, PAY = Card("screen", "カート", Point(0, 0)), Card("external", "決済", Point(0, 200), "受注")


def drawn(*arrows):
    cards = {"a": CART, "b": PAY}
    return done(new_workflow("w"), drawing.add, cards, {f"n{i}": arrow for i, arrow in enumerate(arrows)})


def done(workflow, act, *said):
    return workflow.apply(act(workflow, *said)).workflow


def sketch(workflow):
    assert check_design(workflow.design) == []
    return read_sketch(workflow.design)


def test_cards_and_arrows_are_added():
    found = sketch(drawn(Arrow("a", "b", "払う")))
    assert (found.cards, found.arrows) == ({"a": CART, "b": PAY}, {"n0": Arrow("a", "b", "払う")})


def test_a_second_arrow_the_same_way_and_one_to_nowhere_are_passed_over():
    workflow = drawn(Arrow("a", "b"))
    more = {"n1": Arrow("a", "b"), "n2": Arrow("b", "a"), "n3": Arrow("a", "gone")}
    assert sketch(done(workflow, drawing.add, {}, more)).arrows.keys() == {"n0", "n2"}


def test_cards_are_moved_in_whole_pixels_and_no_farther_than_may_be_said():
    workflow = done(drawn(), drawing.move, {"a": Point(10.4, -3.6), "b": Point(9e9, 0), "gone": Point(1, 1)})
    assert [card.position for card in sketch(workflow).cards.values()] == [Point(10, -4), Point(1_000_000, 0)]


def test_words_kind_owner_and_label_are_changed():
    workflow = drawn(Arrow("a", "b"))
    for uid, field, said in (
        ("a", "text", "新"),
        ("a", "kind", "note"),
        ("a", "owner", "私"),
        ("n0", "label", "可"),
    ):
        workflow = done(workflow, drawing.tell, uid, field, said)
    assert sketch(workflow).cards["a"] == Card("note", "新", Point(0, 0), "私")
    assert sketch(workflow).arrows["n0"] == Arrow("a", "b", "可")


def test_an_empty_owner_and_an_empty_label_are_left_out():
    workflow = done(
        done(drawn(Arrow("a", "b", "x")), drawing.tell, "b", "owner", ""), drawing.tell, "n0", "label", ""
    )
    said = workflow.design.fields["sketch"]
    assert "owner" not in said["cards"]["b"]
    assert "label" not in said["arrows"]["n0"]


def test_a_deleted_card_takes_its_arrows_with_it():
    workflow = done(drawn(Arrow("a", "b"), Arrow("b", "b")), drawing.delete, {"a"})
    assert sketch(workflow).arrows == {"n1": Arrow("b", "b")}
    assert sketch(done(workflow, drawing.delete, {"n1"})).arrows == {}


@pytest.mark.parametrize(
    ("act", "said"),
    [
        (drawing.move, [{"gone": Point(1, 1)}]),
        (drawing.move, [{"a": Point(0, 0)}]),
        (drawing.tell, ["gone", "text", "x"]),
        (drawing.tell, ["a", "text", "カート"]),
        (drawing.tell, ["a", "owner", ""]),
        (drawing.delete, [{"gone"}]),
        (drawing.add, [{}, {"n9": Arrow("a", "gone")}]),
    ],
)
def test_what_changes_nothing_is_no_change(act, said):
    assert act(drawn(Arrow("a", "b")), *said) == Change()


def test_every_change_is_taken_back_to_the_letter():
    workflow = drawn(Arrow("a", "b"))
    for change in (
        drawing.move(workflow, {"a": Point(5, 5)}),
        drawing.tell(workflow, "b", "owner", ""),
        drawing.delete(workflow, {"a"}),
    ):
        changed = workflow.apply(change)
        assert changed.workflow.apply(changed.inverse).workflow.design.document == workflow.design.document


@pytest.mark.parametrize("sketch_before", [None, 5, [], {}, {"cards": 1}, {"cards": {}, "arrows": "x"}])
def test_a_malformed_sketch_is_replaced_where_it_is_in_the_way(sketch_before):
    text = json.dumps({"version": 1, "title": "t", "sketch": sketch_before})
    workflow = Workflow("w", new_workflow("w").document, Design(Document.parse(text, "json")))
    after = done(workflow, drawing.add, {"a": CART}, {"n": Arrow("a", "a")})
    assert sketch(after).cards == {"a": CART}
    assert after.design.title == "t"


def test_a_sidecar_that_cannot_be_read_is_not_touched():
    workflow = Workflow("w", new_workflow("w").document, Design(Document.parse("{", "json")))
    with pytest.raises(ActionRefused):
        drawing.add(workflow, {"a": CART}, {})


def test_a_sketch_is_drawn_beside_a_definition_that_cannot_be_read():
    workflow = Workflow("w", Document.parse("{", "json"))
    assert sketch(done(workflow, drawing.add, {"a": CART}, {})).cards == {"a": CART}
