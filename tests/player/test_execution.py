"""An execution can be stopped, rewound and answered anywhere, and is the same each time."""

from __future__ import annotations

import json

import pytest
from budget import examples
from corpus import CORPUS, needs_corpus
from hypothesis import given
from hypothesis import strategies as st
from recorded import lines

from player import Execution
from player.mocks import Answer

PLAIN = [one for one in lines(CORPUS / "player" / "exec.jsonl") if not one["mocks"]] if CORPUS else []

ASK = {
    "QueryLanguage": "JSONata",
    "StartAt": "Refund?",
    "States": {
        "Refund?": {
            "Type": "Task",
            "Resource": "arn:aws:states:::sns:publish.waitForTaskToken",
            "Arguments": {"TopicArn": "t", "Message": {"token": "{% $states.context.Task.Token %}"}},
            "TimeoutSeconds": 86400,
            "Catch": [{"ErrorEquals": ["States.Timeout"], "Next": "Escalate"}],
            "Next": "Done",
        },
        "Escalate": {"Type": "Pass", "Next": "Done"},
        "Done": {"Type": "Succeed"},
    },
}
PERSON = {"Refund?": {"ask": True}}


def types(execution: Execution) -> list[str]:
    return [event["type"] for event in execution.events]


def test_a_person_is_awaited_and_answers():
    execution = Execution(ASK, {}, mocks=PERSON).run()
    assert (execution.status, types(execution)[-1]) == ("RUNNING", "TaskSubmitted")
    (token,) = execution.tokens
    execution.answer(token, Answer({"refund": False}))
    assert execution.run().output == {"refund": False}
    assert execution.status == "SUCCEEDED"


def test_a_person_who_does_not_answer_lets_the_deadline_pass():
    execution = Execution(ASK, {}, mocks=PERSON).run()
    assert execution.pass_deadline()
    execution.run()
    assert "TaskTimedOut" in types(execution)
    assert execution.now == "2026-01-02T00:00:00.000Z"
    assert (execution.status, execution.pass_deadline()) == ("SUCCEEDED", False)


def test_a_token_that_nobody_waits_for_is_refused():
    with pytest.raises(KeyError):
        Execution(ASK, {}, mocks=PERSON).run().answer("other", Answer())


def test_rewinding_keeps_the_answers_that_came_before():
    execution = Execution(ASK, {}, mocks=PERSON).run()
    execution.answer(execution.tokens[0], Answer("yes"))
    execution.run()
    for count in range(len(execution.events) + 1):
        earlier = execution.at(count)
        assert earlier.events == execution.events[:count]
    before = execution.at(4)
    before.run()
    before.answer(before.tokens[0], Answer("no"))
    assert before.run().output == "no"


@needs_corpus
@pytest.mark.parametrize("seed", [0, 7])
def test_the_same_seed_gives_the_same_bytes(seed):
    for one in PLAIN[:40]:
        first, second = (
            Execution(one["definition"], one["input"], seed=seed, type=one["type"]).run() for _ in range(2)
        )
        assert json.dumps(first.events) == json.dumps(second.events)


@needs_corpus
@examples(30, 300)
@given(st.data())
def test_stepping_and_rewinding_change_nothing(data):
    one = data.draw(st.sampled_from(PLAIN))
    whole = Execution(one["definition"], one["input"], type=one["type"]).run()
    count = data.draw(st.integers(0, len(whole.events)))
    part = whole.at(count)
    assert part.events == whole.events[:count]
    part.run()
    assert (part.events, part.status, part.output) == (whole.events, whole.status, whole.output)


def test_a_year_passes_in_no_time_and_no_longer():
    year = {"StartAt": "W", "States": {"W": {"Type": "Wait", "SecondsPath": "$.s", "End": True}}}
    assert Execution(year, {"s": 31_536_000}).run().status == "SUCCEEDED"
    assert Execution(year, {"s": 31_536_001}).run().status == "TIMED_OUT"
    assert Execution(year, {"s": 301}, type="EXPRESS").run().status == "TIMED_OUT"


def test_the_start_is_the_time_of_the_first_event():
    execution = Execution(ASK, {}, mocks=PERSON, start="2026-11-29T09:00:00+09:00")
    assert next(execution)["timestamp"] == "2026-11-29T00:00:00.000Z"


def test_an_endless_loop_ends_with_the_last_event_that_the_service_keeps():
    loop = {
        "StartAt": "A",
        "States": {"A": {"Type": "Choice", "Choices": [{"Variable": "$.n", "IsNull": True, "Next": "A"}]}},
    }
    execution = Execution(loop, {"n": None}).run()
    assert (execution.status, execution.error, len(execution.events)) == ("FAILED", "States.Runtime", 25_000)
    assert execution.cause == "The execution reached the maximum number of history events (25000)."


@pytest.mark.parametrize(
    ("limits", "name", "caught"),
    [
        ({"TimeoutSeconds": 60, "HeartbeatSeconds": 5}, "States.HeartbeatTimeout", True),
        ({"TimeoutSeconds": 60, "HeartbeatSeconds": 5}, "States.Timeout", True),
        ({"TimeoutSeconds": 60, "HeartbeatSeconds": 5}, "States.TaskFailed", False),
        ({"TimeoutSeconds": 5}, "States.HeartbeatTimeout", False),
    ],
)
def test_a_missing_heartbeat_is_a_timeout_of_two_names(limits, name, caught):
    task = {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", **limits}
    catch = [{"ErrorEquals": [name], "Next": "Late"}]
    states = {"Ask": {**task, "Catch": catch, "End": True}, "Late": {"Type": "Succeed"}}
    execution = Execution({"StartAt": "Ask", "States": states}, {}, mocks={"Ask": {"delay": 30}}).run()
    assert execution.now == "2026-01-01T00:00:05.000Z"
    assert (execution.status == "SUCCEEDED") == caught
    assert caught or execution.error == "States.Timeout"
