from __future__ import annotations

import pytest
from drawing import catching, chain, done, drawn, rules, task, uid, workflow

from designer.protocol.canvas import Place
from designer.workspace.actions import ActionRefused, perform
from designer.workspace.actions.add_state import AddState
from designer.workspace.actions.move_states import MoveStates
from designer.workspace.actions.rename_state import RenameState
from schemas.sidecar.workflow import Change, new_workflow


def renamed(flow, old, new):
    return done(flow, RenameState(uid=uid(flow, old), name=new))


def test_every_reference_follows():
    choice = {"Type": "Choice", "Choices": rules("A", "T"), "Default": "A"}
    worker = task(Next="A", Catch=catching("A"))
    flow = workflow({"A": {"Type": "Pass", "Next": "C"}, "C": choice, "T": worker})
    assert drawn(renamed(flow, "A", "在庫")) == "(在庫) 在庫->C C?>在庫 C?>T C*>在庫 T->在庫 T!>在庫"


def test_only_names_change_in_the_text():
    flow = workflow(chain("A", "B"))
    assert renamed(flow, "A", "Z").document.text == flow.document.text.replace('"A"', '"Z"')


def test_a_state_of_that_name_in_another_scope_is_no_reference():
    flow = done(new_workflow("flow"), AddState(uid="m", name="M", template="Map", x=0, y=0))
    flow = done(flow, AddState(uid="a", name="A", template="Pass", scope="m", x=0, y=0))
    assert drawn(done(flow, RenameState(uid="a", name="B"))) == "(M) (B) M. B."


def test_what_is_tied_to_the_state_stays():
    flow = workflow(chain("A", "B"))
    a = uid(flow, "A")
    flow = done(flow, MoveStates(places=[Place(uid=a, x=7, y=8)]))
    after = renamed(flow, "A", "Z")
    assert uid(after, "Z") == a
    assert (after.design.states[a].position.x, after.design.states[a].position.y) == (7, 8)


def test_the_uid_stays_where_the_sidecar_said_nothing_yet():
    flow = workflow(chain("A", "B"))
    a = uid(flow, "A")
    assert uid(renamed(flow, "A", "Z"), "Z") == a


def test_a_new_state_with_the_old_name_is_another():
    flow = renamed(workflow(chain("A", "B")), "A", "Z")
    flow = done(flow, AddState(uid="new", name="A", template="Pass", x=0, y=0))
    assert uid(flow, "A") == "new"


@pytest.mark.parametrize(
    "wanted, given",
    [("B", "B 2"), ("  x \n y ", "x y"), ("\x00x", "x"), ("x" * 100, "x" * 80), ("\ud800x", "x")],
)
def test_a_name_is_cleaned_and_made_unique(wanted, given):
    assert drawn(renamed(workflow(chain("A", "B")), "A", wanted)) == f"({given}) {given}->B B."


def test_the_same_name_changes_nothing():
    flow = workflow(chain("A"))
    assert perform(flow, RenameState(uid=uid(flow, "A"), name=" A ")) == Change()


def test_an_empty_name_is_refused():
    flow = workflow(chain("A"))
    with pytest.raises(ActionRefused, match="action-empty-name"):
        perform(flow, RenameState(uid=uid(flow, "A"), name=" \t"))
