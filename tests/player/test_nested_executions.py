"""A Task that starts another workflow gets the end of its execution, in virtual time."""

from __future__ import annotations

import json

import pytest

from player import Execution

CHILD = {
    "StartAt": "Wait",
    "States": {
        "Wait": {"Type": "Wait", "Seconds": 60, "Next": "Ship"},
        "Ship": {
            "Type": "Task",
            "Resource": "arn:aws:states:::lambda:invoke",
            "Parameters": {"FunctionName": "ship", "Payload.$": "$"},
            "OutputPath": "$.Payload",
            "End": True,
        },
    },
}
ARN = "arn:aws:states:ap-northeast-1:123456789012:stateMachine:Shipping"


def parent(pattern, **fields):
    task = {
        "Type": "Task",
        "Resource": f"arn:aws:states:::states:startExecution{pattern}",
        "Parameters": {"StateMachineArn": ARN, "Name": "A-1", "Input": {"order.$": "$.order"}},
        "End": True,
        **fields,
    }
    return {"StartAt": "Start", "States": {"Start": task}}


def run(pattern, child=CHILD, mocks=None, **fields):
    answers = {"Start": {"definition": child, "mocks": mocks or {}}}
    return Execution(parent(pattern, **fields), {"order": 7}, mocks=answers).run()


def test_the_output_of_the_child_comes_when_it_ends():
    found = run(".sync:2", mocks={"Ship": {"result": {"Payload": {"slip": 1}}, "delay": 5}})
    assert found.status == "SUCCEEDED"
    assert (found.output["Status"], found.output["Input"], found.output["Output"]) == (
        "SUCCEEDED",
        {"order": 7},
        {"slip": 1},
    )
    assert found.output["ExecutionArn"] == ARN.replace("stateMachine", "execution") + ":A-1"
    assert found.output["StopDate"] - found.output["StartDate"] == 65_000
    assert found.now == "2026-01-01T00:01:05.000Z"
    assert [event["type"] for event in found.events if event["type"].startswith("Task")] == [
        "TaskStateEntered",
        "TaskScheduled",
        "TaskStarted",
        "TaskSubmitted",
        "TaskSucceeded",
        "TaskStateExited",
    ]


def test_the_older_pattern_has_texts():
    found = run(".sync").output
    assert json.loads(found["Output"]) == {"order": 7}
    assert json.loads(found["Input"]) == {"order": 7}


def test_the_failure_of_the_child_is_described_in_the_cause():
    found = run(".sync:2", mocks={"Ship": {"error": "NoSlip", "cause": "printer"}})
    assert (found.status, found.error) == ("FAILED", "States.TaskFailed")
    described = json.loads(str(found.cause))
    assert (described["Status"], described["Error"], described["Cause"]) == ("FAILED", "NoSlip", "printer")


def test_a_child_that_takes_too_long_times_out():
    assert run(".sync:2", TimeoutSeconds=30).error == "States.Timeout"


def test_a_child_that_is_only_started_takes_no_time():
    found = run("")
    assert found.output.keys() == {"ExecutionArn", "StartDate"}
    assert found.now == "2026-01-01T00:00:00.000Z"


@pytest.mark.parametrize(("limit", "status"), [({"TimeoutSeconds": 100}, "FAILED"), ({}, "RUNNING")])
def test_a_child_in_which_nobody_answers_ends_with_its_deadline_alone(limit, status):
    asks = {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "Parameters": {}}
    child = {"StartAt": "Ask", "States": {"Ask": {**asks, **limit, "End": True}}}
    assert run(".sync:2", child, {"Ask": {"ask": True}}).status == status


def test_grandchildren_run_too():
    mocks = {"Start": {"definition": CHILD}}
    found = Execution(
        parent(".sync:2"), {"order": 1}, mocks={"Start": {"definition": parent(".sync:2"), "mocks": mocks}}
    ).run()
    assert found.output["Output"]["Output"] == {"order": 1}
