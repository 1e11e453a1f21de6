"""Edges to names that a function of a template chooses: several from one field, each changed by itself."""

import pytest
from drawing import done, drawn, uid, workflow

from designer.workspace.actions.delete import Delete
from designer.workspace.actions.rename_state import RenameState

CHOSEN = {"Fn::If": ["Fast", "B", "C"]}
ENDS = {"B": {"Type": "Succeed"}, "C": {"Type": "Succeed"}}


@pytest.fixture
def flow():
    return workflow({"A": {"Type": "Pass", "Next": CHOSEN}, **ENDS})


def test_both_ways_are_edges(flow):
    assert drawn(flow) == "(A) A->B A->C"


def test_a_rename_changes_the_name_in_the_function(flow):
    after = done(flow, RenameState(uid=uid(flow, "C"), name="Z"))
    assert after.document.value["States"]["A"]["Next"] == {"Fn::If": ["Fast", "B", "Z"]}
    started = workflow(ENDS, start=CHOSEN)
    after = done(started, RenameState(uid=uid(started, "B"), name="Z"))
    assert after.document.value["StartAt"] == {"Fn::If": ["Fast", "Z", "C"]}


def test_a_deleted_state_leaves_the_other_way(flow):
    after = done(flow, Delete(states=[uid(flow, "C")]))
    assert after.document.value["States"]["A"]["Next"] == CHOSEN
    assert list(after.document.value["States"]) == ["A", "B"]
