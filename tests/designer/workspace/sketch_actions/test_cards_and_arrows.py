"""Actions on the cards, arrows and lanes of a sketch."""

import json

import pytest
from sketching import card, done, drawn, sketch_of, sketched

from designer.protocol.canvas import NewArrow, NewCard, Place, Redirection
from designer.workspace import sketch_actions
from designer.workspace.actions import ActionRefused
from designer.workspace.actions.add_lane import AddLane
from designer.workspace.actions.auto_layout import AutoLayout
from designer.workspace.actions.delete import Delete
from designer.workspace.actions.duplicate import Duplicate
from designer.workspace.actions.move_states import MoveStates
from designer.workspace.actions.reconnect import Reconnect
from designer.workspace.actions.rename_lane import RenameLane
from designer.workspace.sketch_actions.add_cards import AddCards
from designer.workspace.sketch_actions.change_card import ChangeCard
from designer.workspace.sketch_actions.draw_arrow import DrawArrow
from designer.workspace.sketch_actions.label_arrow import LabelArrow
from exporters.scene.sketch import draw_sketch
from exporters.scene.space import overlap
from schemas.sidecar.design import Point
from schemas.sidecar.workflow import new_workflow
from schemas.validator.check_design import check_design

FLOW = {"a": "screen", "b": "step", "c": "step"}


def new(uid, kind="step", text=None, x=0, y=0):
    return NewCard(uid=uid, card_kind=kind, text=uid if text is None else text, x=x, y=y)


def test_the_first_card_makes_the_sketch():
    workflow = done(new_workflow("w"), AddCards(cards=[new("a", "screen", " カート \n", 3.4, -7)]))
    assert sketch_of(workflow).cards["a"].text == "カート"
    assert sketch_of(workflow).cards["a"].position == Point(3, -7)
    assert not list(check_design(workflow.design))


def test_a_card_comes_into_an_arrow():
    added = AddCards(
        cards=[new("n")],
        arrows=[NewArrow(uid="x", source="n", target="b")],
        redirected=[Redirection(edge="arrow:ab", target="n")],
        moved=[Place(uid="b", x=0, y=400)],
    )
    workflow = done(sketched(FLOW, "a>b:yes b>c"), added)
    assert drawn(workflow) == {"a>n:yes", "n>b", "b>c"}
    assert sketch_of(workflow).cards["b"].position == Point(0, 400)


def test_what_may_not_be_drawn_is_passed_over():
    workflow = sketched({"a": "step", "end": "failed", "n": "note"}, "a>end")
    for source, target in (("a", "end"), ("end", "a"), ("n", "a"), ("a", "n"), ("a", "a")):
        workflow = done(workflow, DrawArrow(uid="x", source=source, target=target))
    assert drawn(workflow) == {"a>end"}
    workflow = done(sketched(FLOW, "a>b"), DrawArrow(uid="x", source="b", target="a", label=" no \n more "))
    assert drawn(workflow) == {"a>b", "b>a:no more"}


def test_words_kind_and_owner_change_and_an_empty_owner_goes():
    workflow = done(
        sketched(FLOW), ChangeCard(uid="a", text="在庫は？", card_kind="decision", owner=" 受注 課 ")
    )
    changed = sketch_of(workflow).cards["a"]
    assert (changed.kind, changed.text, changed.owner) == ("decision", "在庫は？", "受注 課")
    workflow = done(workflow, ChangeCard(uid="a", owner=""))
    assert "owner" not in workflow.design.document.text


def test_an_arrow_is_labelled_and_leads_elsewhere():
    workflow = done(sketched(FLOW, "a>b"), LabelArrow(edge="arrow:ab", label="ある"))
    assert drawn(workflow) == {"a>b:ある"}
    workflow = done(workflow, Reconnect(edge="arrow:ab", target="c"), LabelArrow(edge="arrow:ab", label=""))
    assert drawn(workflow) == {"a>c"}


def test_arrows_heal_around_a_card_that_goes():
    assert drawn(done(sketched(FLOW, "a>b:yes b>c"), Delete(states=["b"]))) == {"a>c:yes"}
    assert drawn(done(sketched(FLOW, "a>b b>c a>c"), Delete(states=["b"]))) == {"a>c"}
    fork = sketched({**FLOW, "d": "step"}, "a>b b>c b>d")
    assert drawn(done(fork, Delete(states=["b"]))) == set()
    used = sketched({"a": "step", "t": "table", "c": "step"}, "a>t t>c")
    assert drawn(done(used, Delete(states=["t"]))) == set()
    assert drawn(done(sketched(FLOW, "a>b b>c"), Delete(states=["a", "b", "c"]))) == set()


def test_lanes_are_added_named_moved_and_deleted():
    lane = AddLane(uid="l", owner=" 受注  課 ", x=0, y=0, width=300, height=200)
    workflow = done(sketched(FLOW), lane, MoveStates(places=[Place(uid="lane:l", x=5, y=6)]))
    kept = sketch_of(workflow).lanes["l"]
    assert (kept.owner, kept.position) == ("受注 課", Point(5, 6))
    workflow = done(workflow, RenameLane(id="lane:l", owner="倉庫"), Delete(states=["lane:l"]))
    assert sketch_of(workflow).lanes == {}


def test_copies_keep_their_arrows_and_stand_beside():
    workflow = done(sketched(FLOW, "a>b b>c"), Duplicate(uid="n", states=["a", "b"]))
    scene = draw_sketch(sketch_of(workflow))
    assert {(each.arrow.source, each.arrow.target) for each in scene.arrows.values()} >= {("n-0", "n-1")}
    boxes = [box.rect for box in scene.boxes.values()]
    assert not any(overlap(one, other) for one in boxes for other in boxes if one is not other)


def test_auto_layout_leads_the_flow_down_with_tables_beside():
    workflow = sketched(
        {"a": "screen", "q": "decision", "b": "step", "t": "table", "no": "failed", "n": "note"},
        "a>q q>b:yes q>no:no b>t",
    )
    scene = draw_sketch(sketch_of(done(workflow, AutoLayout())))
    at = {uid: box.rect for uid, box in scene.boxes.items()}
    assert at["a"].bottom < at["q"].y
    assert at["q"].bottom < at["b"].y
    assert at["t"].x > at["b"].right
    assert abs(at["t"].y - at["b"].y) < at["b"].height
    assert not any(overlap(one, other) for one in at.values() for other in at.values() if one is not other)


def test_a_lane_stays_around_its_cards_when_these_are_laid_out():
    lane = AddLane(uid="l", owner="o", x=-20, y=-50, width=260, height=140)
    workflow = done(sketched({"b": "step", "a": "screen"}, "a>b"), lane, AutoLayout())
    sketch = sketch_of(workflow)
    assert sketch.lanes["l"].position.y < sketch.cards["b"].position.y
    assert sketch.lanes["l"].position.y > sketch.cards["a"].position.y


@pytest.mark.parametrize(
    "intent",
    [
        ChangeCard(uid="x", text="x"),
        DrawArrow(uid="n", source="a", target="x"),
        LabelArrow(edge="ab", label="x"),
        Reconnect(edge="arrow:x", target="a"),
        Delete(states=["x"]),
        Delete(edges=["arrow:x"]),
        RenameLane(id="lane:x", owner="x"),
        AddCards(cards=[new("a")]),
        AddCards(cards=[new("not a uid")]),
        Duplicate(uid="n", states=[]),
    ],
)
def test_what_is_gone_or_taken_is_refused(intent):
    with pytest.raises(ActionRefused):
        sketch_actions.perform(sketched(FLOW, "a>b"), intent)


@pytest.mark.parametrize("sidecar", ["{", "[]", '{"sketch": '])
def test_a_sidecar_that_cannot_be_read_is_refused(sidecar):
    with pytest.raises(ActionRefused):
        sketch_actions.perform(sketched({}, text=sidecar), AddCards(cards=[new("a")]))


@pytest.mark.parametrize(
    "sketch", ["null", "5", "[]", '{"cards": []}', '{"cards": {"a": null}, "arrows": 1}']
)
def test_a_malformed_sketch_takes_a_card(sketch):
    workflow = done(sketched({}, text=f'{{"version": 1, "sketch": {sketch}}}'), AddCards(cards=[new("z")]))
    assert sketch_of(workflow).cards["z"].text == "z"


def test_no_more_than_the_limit_is_added():
    full = {f"c{number}": card() for number in range(1_000)}
    text = json.dumps({"version": 1, "sketch": {"cards": full}})
    with pytest.raises(ActionRefused):
        sketch_actions.perform(sketched({}, text=text), AddCards(cards=[new("z")]))
