"""The parent and the child that a part of a workflow is divided into."""

from __future__ import annotations

import json

from budget import examples
from corpus import definitions, needs_corpus
from drawing import chain, drawn, task, workflow
from extracting import ALL, NAMES, made
from hypothesis import given
from hypothesis import strategies as st

from designer.workspace.actions import ActionRefused
from designer.workspace.actions.shared.context import Context
from designer.workspace.actions.shared.extraction.extraction import extraction
from designer.workspace.actions.shared.selection_edges import states_of_one_scope
from schemas import Document, validate
from schemas.sidecar.design import Design
from schemas.sidecar.identity import identify
from schemas.sidecar.workflow import Workflow

SOME = examples(60, 1_500)
CALL = "arn:aws:states:::states:startExecution.sync:2"


def errors(flow: Workflow) -> list[str]:
    found = validate(flow.document, flow.design)
    return [f"{each.code} {each.pointer}" for each in found if each.severity == "error"]


def state(flow: Workflow, name: str) -> dict:
    return flow.document.value["States"][name]


def test_a_call_takes_the_place_of_the_states():
    parent, child = made(workflow(chain("A", "B", "C", "D")), "B", "C")
    assert drawn(parent) == "(A) A->Ship it Ship it->D D."
    assert drawn(child) == "(B) B->C C."
    assert state(parent, "Ship it") == {
        "Type": "Task",
        "QueryLanguage": "JSONata",
        "Resource": CALL,
        "Arguments": {"StateMachineArn": "${ShipItStateMachine}", "Input": "{% $states.input %}"},
        "Output": "{% $states.result.Output %}",
        "Next": "D",
    }
    assert errors(parent) == errors(child) == []
    assert parent.design.states["call"].child == "child"


def test_the_first_and_the_last_states_may_go():
    parent, child = made(workflow(chain("A", "B")), "A", "B")
    assert drawn(parent) == "(Ship it) Ship it."
    assert drawn(child) == "(A) A->B B."


def test_rules_that_lead_out_meet_at_the_end_of_the_child():
    choice = {
        "Type": "Choice",
        "Choices": [{"Variable": "$.a", "IsPresent": True, "Next": "C"}],
        "Default": "D",
    }
    before = workflow({"A": {"Type": "Pass", "Next": "B"}, "B": choice, **chain("C", "D")})
    parent, child = made(before, "B", "C")
    assert drawn(parent) == "(A) A->Ship it Ship it->D D."
    assert drawn(child) == "(B) B?>C B*>Finish C->Finish Finish."
    assert errors(parent) == errors(child) == []


def test_variables_go_in_and_come_back():
    before = workflow(
        {
            "A": {"Type": "Pass", "Assign": {"order": 1, "kept": 2}, "Next": "B"},
            "B": {"Type": "Pass", "Assign": {"total": "{% $order + 1 %}"}, "Next": "C"},
            "C": {"Type": "Pass", "Output": "{% $total + $kept %}", "End": True},
        },
        QueryLanguage="JSONata",
    )
    parent, child = made(before, "B")
    call = state(parent, "Ship it")
    assert call["Arguments"]["Input"] == {
        "input": "{% $states.input %}",
        "variables": {"order": "{% $order %}"},
    }
    assert call["Assign"] == {"total": "{% $states.result.Output.variables.total %}"}
    assert call["Output"] == "{% $states.result.Output.output %}"
    assert drawn(child) == "(Begin) Begin->B B->Finish Finish."
    assert state(child, "Begin")["Assign"] == {"order": "{% $states.input.variables.order %}"}
    assert state(child, "Finish")["Output"]["variables"] == {"total": "{% $total %}"}
    for flow in (parent, child):
        assert [each.code for each in validate(flow.document) if each.severity != "hint"] in (
            [],
            ["no-timeout"],
        )


def test_the_execution_that_is_read_stays_the_parents():
    before = workflow(
        {
            "A": {"Type": "Pass", "Next": "B"},
            "B": task(Parameters={"Message.$": "$$.Execution.Name"}, End=True),
        }
    )
    parent, child = made(before, "B")
    assert state(child, "B")["Parameters"] == {"Message.$": "$parentExecution.Name"}
    handed = state(parent, "Ship it")["Arguments"]["Input"]["variables"]
    assert handed == {"parentExecution": "{% $states.context.Execution %}"}
    assert errors(parent) == errors(child) == []


def test_errors_that_lead_out_are_caught_at_the_call():
    catch = {**ALL, "ResultPath": "$.error", "Comment": "it failed", "Next": "D"}
    before = workflow({"A": task(Next="B", Catch=[catch]), "B": task(Next="D", Catch=[catch]), **chain("D")})
    parent, child = made(before, "A", "B")
    assert state(parent, "Ship it")["Catch"] == [
        {
            **ALL,
            "Output": "{% $merge([$states.input, {'error': $states.errorOutput}]) %}",
            "Next": "D",
            "Comment": "it failed",
        }
    ]
    assert "Catch" not in state(child, "A")
    assert errors(parent) == errors(child) == []


def test_a_loop_around_the_part_calls_it_again():
    ask = {
        "Type": "Choice",
        "Choices": [{"Variable": "$.a", "IsPresent": True, "Next": "Pay"}],
        "Default": "End",
    }
    catch = [{**ALL, "ResultPath": "$.error", "Next": "Ask"}]
    before = workflow({"Ask": ask, "Pay": task(Next="End", Catch=catch), "End": {"Type": "Succeed"}})
    parent, child = made(before, "Pay")
    assert drawn(parent) == "(Ask) Ask?>Ship it Ask*>End Ship it->End Ship it!>Ask"
    assert errors(parent) == errors(child) == []


def test_what_people_wrote_goes_along():
    sidecar = {
        "version": 1,
        "states": {"b": {"name": "B", "owner": "Dispatch", "note": "By noon", "position": {"x": 1, "y": 2}}},
        "deployment": {
            "region": "us-east-1",
            "substitutions": {"Mail": {"parameter": "Mail"}, "Other": {"parameter": "Other"}},
        },
    }
    states = {"A": {"Type": "Pass", "Next": "B"}, "B": task(Parameters={"TopicArn": "${Mail}"}, End=True)}
    before = workflow(states)
    before = Workflow("flow", before.document, Design(Document.parse(json.dumps(sidecar), "json")))
    parent, child = made(before, "B")
    assert "b" not in parent.design.states
    assert parent.design.states["call"].owner == "Dispatch"
    assert (child.design.states["b"].owner, child.design.states["b"].note) == ("Dispatch", "By noon")
    assert child.design.deployment.region == "us-east-1"
    assert list(child.design.deployment.substitutions) == ["Mail"]


def test_the_call_has_the_answers_of_its_states_to_what_can_fail():
    slow = {"what": "No answer", "answer": "human", "how": "Call them", "tell": "Dispatch"}
    sidecar = {
        "version": 1,
        "states": {
            "a": {"name": "A", "operations": {"failures": [{**slow, "errors": ["Lambda.Unknown"]}]}},
            "b": {"name": "B", "operations": {"failures": [slow, {"what": "Sold out"}], "money": "takes"}},
        },
    }
    before = workflow({**chain("Start", "A"), "A": task(Next="B"), "B": task(End=True)})
    before = Workflow("flow", before.document, Design(Document.parse(json.dumps(sidecar), "json")))
    parent, child = made(before, "A", "B")
    assert parent.design.fields["states"]["call"]["operations"] == {"failures": [slow]}
    assert child.design.states["b"].operations.money == "takes"
    hints = [each.code for each in validate(parent.document, parent.design)]
    assert "failure-unanswered" not in hints


def test_a_single_state_leaves_its_name_to_the_call():
    before = workflow(chain("A", "Ship it", "B"))
    parent, child = made(before, "Ship it")
    assert drawn(parent) == "(A) A->Ship it Ship it->B B."
    assert drawn(child) == "(Ship it) Ship it."


def test_a_child_is_written_as_its_parent_is():
    text = "StartAt: A\nStates:\n  A:\n    Type: Pass\n    Next: B\n  B:\n    Type: Pass\n    End: true\n"
    parent, child = made(Workflow("flow", Document.parse(text, "yaml")), "B")
    assert child.document.format == "yaml"
    assert drawn(parent) == "(A) A->Ship it Ship it."


@needs_corpus
@SOME
@given(st.data())
def test_any_part_of_any_definition_is_refused_or_valid(data):
    path = data.draw(st.sampled_from(definitions()[::4]))
    before = Workflow("flow", Document.parse(path.read_text(encoding="utf-8")))
    identity = identify(before.document.value, before.design)
    if not identity.states or errors(before):
        return
    some = data.draw(st.sampled_from(sorted(identity.states)))
    siblings = [id for id, each in identity.states.items() if each.scope == identity.states[some].scope]
    first = data.draw(st.integers(0, len(siblings) - 1))
    chosen = siblings[first : first + data.draw(st.integers(1, 4))]
    try:
        context = Context(before)
        found = extraction(context, states_of_one_scope(context, chosen), "call", "child", NAMES)
    except ActionRefused as refusal:
        assert refusal.code.startswith(("extract-", "action-"))
        return
    changed = before.apply(found.change)
    assert errors(changed.workflow) == []
    assert errors(found.child) == []
    assert changed.workflow.apply(changed.inverse).workflow.document.text == before.document.text
