from __future__ import annotations

import pytest
from drawing import catching, chain, done, drawn, fields, rules, task, uid, workflow

from designer.protocol.canvas import Place
from designer.workspace.actions import ActionRefused, perform
from designer.workspace.actions.add_state import AddState
from designer.workspace.actions.delete import Delete
from designer.workspace.actions.move_states import MoveStates
from schemas.sidecar.workflow import new_workflow

FAIL = {"Type": "Fail"}


def without(flow, *names):
    return drawn(done(flow, Delete(states=[uid(flow, name) for name in names])))


def test_a_b_c_becomes_a_c():
    assert without(workflow(chain("A", "B", "C")), "B") == "(A) A->C C."


def test_two_in_a_row_are_passed_over():
    assert without(workflow(chain("A", "B", "C", "D")), "B", "C") == "(A) A->D D."


def test_without_the_last_state_the_one_before_ends():
    assert without(workflow(chain("A", "B", "C")), "C") == "(A) A->B B."


def test_without_the_first_state_the_second_starts():
    assert without(workflow(chain("A", "B")), "A") == "(B) B."


def test_without_its_only_state_a_flow_starts_nowhere():
    flow = workflow(chain("A"))
    assert without(flow, "A") == "()"


def test_a_rule_leads_on_too():
    flow = workflow({"C": {"Type": "Choice", "Choices": rules("A", "B")}, **chain("A", "B")})
    assert without(flow, "A") == "(C) C?>B C?>B B."


def test_a_rule_to_a_deleted_end_goes():
    flow = workflow({"C": {"Type": "Choice", "Choices": rules("A", "F")}, **chain("A"), "F": FAIL})
    assert without(flow, "F") == "(C) C?>A A."


def test_several_rules_of_one_choice_go_at_once():
    choices = rules("F", "A", "F", "A", "F")
    flow = workflow({"C": {"Type": "Choice", "Choices": choices}, **chain("A"), "F": FAIL})
    assert without(flow, "F") == "(C) C?>A C?>A A."


def test_a_default_to_a_deleted_end_goes():
    flow = workflow({"C": {"Type": "Choice", "Choices": rules("A"), "Default": "F"}, **chain("A"), "F": FAIL})
    assert without(flow, "F") == "(C) C?>A A."


def test_a_deleted_choice_is_passed_over_by_its_default():
    choice = {"Type": "Choice", "Choices": rules("B"), "Default": "D"}
    flow = workflow({"A": {"Type": "Pass", "Next": "C"}, "C": choice, **chain("B"), **chain("D")})
    assert without(flow, "C") == "(A) A->D B. D."


def test_a_catch_leads_on_behind_its_handler():
    flow = workflow({"A": task(End=True, Catch=catching("H")), **chain("H", "F", Type="Fail")})
    assert without(flow, "H") == "(A) A!>F A."


def test_the_last_catcher_takes_the_catch_with_it():
    flow = workflow({"A": task(End=True, Catch=catching("F", "F")), "F": FAIL})
    after = done(flow, Delete(states=[uid(flow, "F")]))
    assert "Catch" not in fields(after, "States", "A")


def test_other_catchers_stay():
    flow = workflow({"A": task(End=True, Catch=catching("F", "G")), "F": FAIL, "G": FAIL})
    assert without(flow, "F") == "(A) A!>G A."


def test_a_circle_of_two_becomes_an_end_and_not_an_endless_loop():
    flow = workflow({"A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Pass", "Next": "A"}})
    assert without(flow, "B") == "(A) A."


def test_a_state_that_leads_to_itself_leaves_nothing_behind():
    flow = workflow({"A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Pass", "Next": "B"}})
    assert without(flow, "B") == "(A) A."


def test_what_is_inside_goes_too():
    flow = done(new_workflow("flow"), AddState(uid="p", name="P", template="Parallel", x=0, y=0))
    flow = done(flow, AddState(uid="a", name="A", template="Pass", scope="p/0", x=0, y=0))
    flow = done(flow, AddState(uid="b", name="B", template="Pass", after="p", x=0, y=0))
    after = done(flow, Delete(states=["p", "a"]))
    assert drawn(after) == "(B) B."
    assert list(after.design.states) == ["b"]


def test_a_branch_goes_with_what_is_in_it():
    flow = done(new_workflow("flow"), AddState(uid="p", name="P", template="Parallel", x=0, y=0))
    flow = done(flow, AddState(uid="a", name="A", template="Pass", scope="p/0", x=0, y=0))
    flow = done(flow, AddState(uid="b", name="B", template="Pass", scope="p/1", x=0, y=0))
    assert drawn(done(flow, Delete(states=["p/0"]))) == "(P) (B) P. B."


def test_two_branches_go_at_once():
    flow = done(new_workflow("flow"), AddState(uid="p", name="P", template="Parallel", x=0, y=0))
    after = done(flow, Delete(states=["p/0", "p/1"]))
    assert fields(after, "States", "P", "Branches") == []


def test_the_sidecar_forgets_the_state():
    flow = workflow(chain("A", "B"))
    flow = done(flow, MoveStates(places=[Place(uid=uid(flow, "A"), x=5, y=5)]))
    after = done(flow, Delete(states=[uid(flow, "A")]))
    assert [entry.name for entry in after.design.states.values()] == ["B"]


def test_a_deleted_next_is_an_end():
    flow = workflow(chain("A", "B"))
    assert drawn(done(flow, Delete(edges=[f"{uid(flow, 'A')}:next:"]))) == "(A) A. B."


def test_the_field_order_stays():
    states = {"A": {"Type": "Pass", "Next": "B", "Comment": "c"}, **chain("B")}
    flow = workflow(states)
    after = done(flow, Delete(edges=[f"{uid(flow, 'A')}:next:"]))
    assert list(fields(after, "States", "A")) == ["Type", "End", "Comment"]


def test_a_deleted_arrow_does_not_heal():
    flow = workflow(chain("A", "B", "C"))
    after = done(flow, Delete(states=[uid(flow, "B")], edges=[f"{uid(flow, 'A')}:next:"]))
    assert drawn(after) == "(A) A. C."


@pytest.mark.parametrize("intent", [Delete(states=["x"]), Delete(edges=["x:next:"]), Delete(states=["x/0"])])
def test_what_is_not_there_is_refused(intent):
    with pytest.raises(ActionRefused, match="action-gone"):
        perform(workflow(chain("A")), intent)


def test_an_untouched_state_keeps_its_text():
    flow = workflow(chain("A", "B", "C"))
    text = flow.document.text
    after = done(flow, Delete(states=[uid(flow, "B")])).document.text
    assert after == text.replace('"Next": "B"', '"Next": "C"').replace(
        '    "B": {\n      "Type": "Pass",\n      "Next": "C"\n    },\n', ""
    )
