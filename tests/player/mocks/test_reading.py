"""Mocks in the forms in which people write them."""

from __future__ import annotations

import pytest

from player import Execution

TASK = {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "pay"}}
PAY = {
    "StartAt": "Pay",
    "States": {
        "Pay": {
            **TASK,
            "Retry": [{"ErrorEquals": ["Busy"], "IntervalSeconds": 2, "MaxAttempts": 3}],
            "Catch": [{"ErrorEquals": ["Declined"], "Next": "Sorry"}],
            "End": True,
        },
        "Sorry": {"Type": "Pass", "End": True},
    },
}
LOCAL = {
    "StateMachines": {"Shop": {"TestCases": {"Busy": {"Pay": "BusyTwice"}, "Refused": {"Pay": "Refused"}}}},
    "MockedResponses": {
        "BusyTwice": {
            "0-1": {"Throw": {"Error": "Busy", "Cause": "too many"}},
            "2": {"Return": {"Payload": {"paid": True}}},
        },
        "Refused": {"0": {"Throw": {"Error": "Declined", "Cause": "no funds"}}},
    },
}


def test_the_sidecar_has_one_answer_an_attempt_and_its_delay():
    mocks = {"Pay": [{"error": "Busy", "cause": "too many", "delay": 3}, {"result": {"paid": True}}]}
    execution = Execution(PAY, {}, mocks=mocks).run()
    assert execution.output == {"paid": True}
    assert execution.now == "2026-01-01T00:00:05.000Z", "three seconds of the call, and two until the retry"


def test_an_answer_that_takes_longer_than_the_timeout():
    slow = {"StartAt": "Pay", "States": {"Pay": {**TASK, "TimeoutSeconds": 5, "End": True}}}
    execution = Execution(slow, {}, mocks={"Pay": {"result": 1, "delay": 6}}).run()
    assert (execution.status, execution.error, execution.cause) == ("FAILED", "States.Timeout", None)
    assert execution.now == "2026-01-01T00:00:05.000Z"


@pytest.mark.parametrize(
    ("case", "output"),
    [("Busy", {"Payload": {"paid": True}}), ("Refused", {"Error": "Declined", "Cause": "no funds"})],
)
def test_a_case_of_step_functions_local(case, output):
    assert Execution(PAY, {}, mocks=LOCAL, case=case).run().output == output


@pytest.mark.parametrize("case", ["", "Gone"])
def test_a_case_that_is_not_named_or_not_there_is_refused(case):
    with pytest.raises(ValueError, match="Busy, Refused"):
        Execution(PAY, {}, mocks=LOCAL, case=case)
