from __future__ import annotations

import pytest
from drawing import catching, chain, done, drawn, fields, task, uid, workflow

from designer.workspace.actions import ActionRefused, perform
from designer.workspace.actions.add_state import AddState
from designer.workspace.actions.connect import Connect
from designer.workspace.actions.reconnect import Reconnect
from schemas.sidecar.workflow import new_workflow

ALONE = {**chain("A"), **chain("B")}


def connected(flow, kind, source, target):
    return done(flow, Connect(edge=kind, source=uid(flow, source), target=uid(flow, target)))


def test_a_next_takes_the_place_of_the_end():
    after = connected(
        workflow({"A": {"Type": "Pass", "End": True, "Comment": "c"}, **chain("B")}), "next", "A", "B"
    )
    assert drawn(after) == "(A) A->B B."
    assert list(fields(after, "States", "A")) == ["Type", "Next", "Comment"]


def test_a_next_takes_the_place_of_another_next():
    flow = workflow({**chain("A", "B"), **chain("C")})
    assert drawn(connected(flow, "next", "A", "C")) == "(A) A->C B. C."


def test_a_choice_gets_one_more_rule_to_fill_in():
    flow = workflow({"C": {"Type": "Choice", "Choices": []}, **chain("A")})
    after = connected(connected(flow, "choice", "C", "A"), "choice", "C", "A")
    assert drawn(after) == "(C) C?>A C?>A A."
    assert fields(after, "States", "C", "Choices", 1) == {
        "Variable": "$.key",
        "StringEquals": "value",
        "Next": "A",
    }


def test_a_rule_in_jsonata_has_a_condition():
    flow = workflow({"C": {"Type": "Choice"}, **chain("A")}, QueryLanguage="JSONata")
    (rule,) = fields(connected(flow, "choice", "C", "A"), "States", "C", "Choices")
    assert rule == {"Condition": "{% $states.input.key = 'value' %}", "Next": "A"}


def test_a_default_replaces_the_default():
    flow = workflow({"C": {"Type": "Choice", "Choices": [], "Default": "A"}, **ALONE})
    assert drawn(connected(flow, "default", "C", "B")) == "(C) C*>B A. B."


def test_a_first_catcher_catches_everything():
    flow = workflow({"T": task(), "F": {"Type": "Fail"}})
    after = connected(flow, "catch", "T", "F")
    assert fields(after, "States", "T", "Catch") == [{"ErrorEquals": ["States.ALL"], "Next": "F"}]


def test_a_catcher_is_put_before_the_one_that_catches_everything():
    catchers = [*catching("F"), {"ErrorEquals": ["States.ALL"], "Next": "F"}]
    flow = workflow({"T": task(End=True, Catch=catchers), "F": {"Type": "Fail"}})
    after = fields(connected(flow, "catch", "T", "F"), "States", "T", "Catch")
    assert [catcher["ErrorEquals"] for catcher in after] == [["E0"], ["States.TaskFailed"], ["States.ALL"]]


def test_a_start_arrow_chooses_the_start():
    flow = workflow(ALONE)
    assert drawn(done(flow, Connect(edge="start", source="", target=uid(flow, "B")))) == "(B) A. B."


def test_a_reconnected_arrow_leads_elsewhere():
    flow = workflow({**chain("A", "B"), **chain("C")})
    after = done(flow, Reconnect(edge=f"{uid(flow, 'A')}:next:", target=uid(flow, "C")))
    assert drawn(after) == "(A) A->C B. C."


@pytest.mark.parametrize(
    "kind, type_",
    [("next", "Choice"), ("next", "Fail"), ("choice", "Pass"), ("default", "Task"), ("catch", "Wait")],
)
def test_an_arrow_that_the_type_has_not_is_refused(kind, type_):
    flow = workflow({"X": {"Type": type_}, **chain("A")})
    with pytest.raises(ActionRefused, match=f"action-no-{kind}"):
        perform(flow, Connect(edge=kind, source=uid(flow, "X"), target=uid(flow, "A")))


def test_an_arrow_stays_in_its_scope():
    flow = done(new_workflow("flow"), AddState(uid="m", name="M", template="Map", x=0, y=0))
    flow = done(flow, AddState(uid="a", name="A", template="Pass", scope="m", x=0, y=0))
    for intent in (
        Connect(edge="next", source="m", target="a"),
        Connect(edge="start", source="", target="a"),
        Reconnect(edge=":start:", target="a"),
    ):
        with pytest.raises(ActionRefused, match="action-across-scopes"):
            perform(flow, intent)


def test_ids_that_mean_nothing_are_refused():
    flow = workflow(ALONE)
    a = uid(flow, "A")
    for intent in (
        Connect(edge="next", source=a, target="x"),
        Connect(edge="next", source="x", target=a),
        Connect(edge="start", source="x", target=a),
        Reconnect(edge=f"{a}:next:", target=a),
    ):
        with pytest.raises(ActionRefused, match="action-gone"):
            perform(flow, intent)
