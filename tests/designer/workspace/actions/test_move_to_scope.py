"""States that are put into containers, and taken out of them."""

from __future__ import annotations

import pytest
from drawing import catching, chain, done, drawn, fields, task, uid, workflow

from designer.protocol.canvas import Place
from designer.workspace.actions import ActionRefused, perform
from designer.workspace.actions.move_to_scope import MoveToScope
from exporters.scene import draw
from schemas import Document
from schemas.sidecar.workflow import Workflow


def container(*names: str) -> dict[str, object]:
    return {"Type": "Map", "ItemProcessor": {"StartAt": names[0] if names else "", "States": chain(*names)}}


def moved(flow, names, into, **more):
    places = [Place(uid=uid(flow, name), x=24, y=96) for name in names]
    scope = uid(flow, into) if into else ""
    return done(flow, MoveToScope(places=places, scope=scope, **more))


def test_what_led_to_the_state_leads_on():
    flow = workflow(chain("A", "B", "C") | {"Each": {**container("In"), "End": True}})
    assert drawn(moved(flow, ["B"], "Each")) == "(A) A->C (In) C. Each. In. B."


def test_the_first_of_a_scope_is_its_start():
    flow = workflow(chain("A", "B") | {"Each": {"Type": "Map", "End": True}})
    assert drawn(moved(flow, ["B"], "Each")) == "(A) (B) A. Each. B."


def test_out_of_a_container():
    flow = workflow({"Each": {**container("In", "Then"), "End": True}})
    assert drawn(moved(flow, ["In"], "")) == "(Each) (Then) Each. In. Then."


def test_into_an_arrow():
    flow = workflow(chain("A", "B") | {"Each": {**container("In", "Then"), "End": True}})
    after = moved(flow, ["In"], "", edge=f"{uid(flow, 'A')}:next:")
    assert drawn(after) == "(A) A->In In->B (Then) B. Each. Then."


def test_behind_an_open_end():
    flow = workflow(chain("A") | {"Each": {**container("In", "Then"), "End": True}})
    after = moved(flow, ["In"], "", after=uid(flow, "A"))
    assert drawn(after) == "(A) A->In (Then) Each. In. Then."


def test_arrows_among_the_moved_stay():
    flow = workflow(chain("A", "B", "C") | {"Each": {"Type": "Map", "End": True}})
    assert drawn(moved(flow, ["B", "C"], "Each")) == "(A) (B) B->C A. Each. C."


def test_what_it_caught_is_caught_no_more():
    flow = workflow(
        {"A": task(Catch=catching("B"), End=True), **chain("B"), "Each": {"Type": "Map", "End": True}}
    )
    assert fields(moved(flow, ["A"], "Each"), "States", "Each", "ItemProcessor", "States", "A") == task()


def test_its_text_moves_with_its_comments():
    text = """\
StartAt: A
States:
  A: {Type: Pass, Next: B}
  B:  # the second
    Type: Pass  # does nothing
    Next: Each
  Each:
    Type: Map
    ItemProcessor:
      StartAt: In
      States:
        In: {Type: Succeed}
    End: true
"""
    flow = Workflow("yaml", Document.parse(text, "yaml"))
    after = moved(flow, ["B"], "Each").document.text
    assert "        B:  # the second\n          Type: Pass  # does nothing\n          End: true" in after
    assert "A: {Type: Pass, Next: Each}" in after


def test_what_stays_keeps_its_place():
    flow = workflow(chain("A", "B", "C") | {"Each": {**container("In"), "End": True}})
    before, after = draw(flow).boxes, draw(moved(flow, ["B"], "Each")).boxes
    for name in ("A", "C", "In"):
        box, now = before[uid(flow, name)], after[uid(flow, name)]
        assert (now.x, now.y) == (box.x, box.y)
    assert after[uid(flow, "B")].parent == uid(flow, "Each")


def test_not_into_itself():
    flow = workflow({"Each": {**container("In"), "End": True}})
    intent = MoveToScope(places=[Place(uid=uid(flow, "Each"), x=0, y=0)], scope=uid(flow, "Each"))
    with pytest.raises(ActionRefused, match="action-into-itself"):
        perform(flow, intent)


def test_not_where_its_name_is_taken():
    flow = workflow({"A": {"Type": "Pass", "End": True}, "Each": {**container("A"), "End": True}})
    (inner,) = [box.id for box in draw(flow).boxes.values() if box.parent]
    with pytest.raises(ActionRefused, match="edit-name-taken"):
        perform(flow, MoveToScope(places=[Place(uid=inner, x=0, y=0)], scope=""))
