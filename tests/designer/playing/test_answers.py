"""Answers that the rules behind a state know."""

from checkout import GRAPH

from designer.playing.answers import suggested_answers
from schemas.asl.graph import graph


def answers(definition, name):
    parts = graph(definition)
    state = next(state for state in parts.states if state.name == name)
    return [answer for _, answer in suggested_answers(parts, state)]


def flow(ask, rules, language="JSONPath"):
    resource = "arn:aws:states:::sqs:sendMessage.waitForTaskToken"
    states = {
        "Ask": {"Type": "Task", "Resource": resource, **ask, "Next": "Choose"},
        "Choose": {"Type": "Choice", "Choices": rules, "Default": "End"},
        "End": {"Type": "Succeed"},
    }
    return {"QueryLanguage": language, "StartAt": "Ask", "States": states}


def test_the_checkout_has_an_answer_for_each_decision_of_the_person():
    state = next(state for state in GRAPH.states if state.name == "人の判断を待つ")
    found = suggested_answers(GRAPH, state)
    assert [answer for _, answer in found] == [{"decision": each} for each in ("RESUME", "RELEASE", "CLOSE")]
    assert [edge.name for edge, _ in found] == ["伝票作成", "在庫を戻す", "担当が完了"]


def test_a_result_beside_the_input_is_compared_by_json_path():
    rules = [
        {"Variable": "$.answer.ok", "BooleanEquals": True, "Next": "End"},
        {"And": [{"Variable": "$.answer.by.name", "StringEquals": "a"}], "Next": "End"},
        {"Variable": "$.other", "StringEquals": "b", "Next": "End"},
    ]
    assert answers(flow({"ResultPath": "$.answer"}, rules), "Ask") == [{"ok": True}, {"by": {"name": "a"}}]


def test_a_result_that_goes_on_as_it_is_is_compared_by_jsonata():
    rules = [{"Condition": "{% $states.input.size = 3 and $other = 'x' %}", "Next": "End"}]
    assert answers(flow({}, rules, "JSONata"), "Ask") == [{"size": 3}]


def test_a_state_without_a_choice_behind_it_has_none():
    assert answers(flow({}, []), "Ask") == []
    assert answers(flow({}, []), "Choose") == []
