from __future__ import annotations

import pytest
from drawing import chain, done, drawn, fields, task, uid, workflow

from designer.protocol.canvas import Place
from designer.workspace.actions import ActionRefused, perform
from designer.workspace.actions.add_branch import AddBranch
from designer.workspace.actions.auto_layout import AutoLayout
from designer.workspace.actions.move_states import MoveStates
from exporters.scene import draw
from schemas import Document
from schemas.sidecar.design import Design
from schemas.sidecar.workflow import Workflow, new_workflow


def test_moving_touches_the_sidecar_alone():
    flow = workflow(chain("A", "B"))
    change = perform(flow, MoveStates(places=[Place(uid=uid(flow, "A"), x=10.4, y=20.6)]))
    assert change.asl == ()
    position = flow.apply(change).workflow.design.states[uid(flow, "A")].position
    assert (position.x, position.y) == (10, 21)


def test_what_was_not_moved_stays_where_it_was_drawn():
    flow = workflow(chain("A", "B", "C"))
    before = draw(flow).boxes
    after = draw(done(flow, MoveStates(places=[Place(uid=uid(flow, "A"), x=900, y=900)]))).boxes
    assert all(
        (after[uid(flow, name)].x, after[uid(flow, name)].y) == (box.x, box.y)
        for name, box in ((name, before[uid(flow, name)]) for name in "BC")
    )


def test_moving_again_changes_that_state_alone():
    flow = workflow(chain("A", "B", "C"))
    move = MoveStates(places=[Place(uid=uid(flow, "A"), x=1, y=2)])
    flow = done(flow, move)
    assert perform(flow, move).design == ()


def test_auto_layout_places_every_state():
    flow = workflow(chain("A", "B", "C"))
    scattered = done(flow, MoveStates(places=[Place(uid=uid(flow, "B"), x=900, y=-900)]))
    after = done(scattered, AutoLayout())
    assert draw(after).boxes == draw(flow).boxes
    assert len(after.design.states) == 3


def test_one_more_branch_is_the_last():
    flow = workflow(
        {"P": {"Type": "Parallel", "Branches": [{"StartAt": "A", "States": chain("A")}], "End": True}}
    )
    after = done(flow, AddBranch(uid=uid(flow, "P")))
    assert fields(after, "States", "P", "Branches", 1) == {"StartAt": "", "States": {}}


def test_a_parallel_without_branches_gets_its_first():
    flow = workflow({"P": {"Type": "Parallel", "End": True}})
    assert len(fields(done(flow, AddBranch(uid=uid(flow, "P"))), "States", "P", "Branches")) == 1


def test_only_a_parallel_has_branches():
    flow = workflow({"T": task()})
    with pytest.raises(ActionRefused, match="action-no-branches"):
        perform(flow, AddBranch(uid=uid(flow, "T")))


def test_a_sidecar_that_cannot_be_read_is_not_overwritten():
    flow = Workflow("flow", workflow(chain("A")).document, Design(Document.parse("{", "json")))
    with pytest.raises(ActionRefused, match="action-broken-design"):
        perform(flow, AutoLayout())


def test_a_sidecar_whose_states_are_no_object_is_put_right():
    design = Design(Document.parse('{"version": 1, "states": [1], "x": 2}', "json"))
    after = done(Workflow("flow", workflow(chain("A")).document, design), AutoLayout())
    assert after.design.fields["x"] == 2
    assert [entry.name for entry in after.design.states.values()] == ["A"]
    assert drawn(after) == "(A) A."


def test_an_empty_workflow_has_nothing_to_lay_out():
    assert perform(new_workflow("flow"), AutoLayout()).design == ()
