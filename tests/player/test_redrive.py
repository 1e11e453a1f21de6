"""A redriven execution goes on where it failed, and ends as one that was never disturbed."""

from __future__ import annotations

import pytest
from budget import examples
from hypothesis import given
from hypothesis import strategies as st

from player import Execution


def task(name: str, **fields: object) -> dict:
    return {
        "Type": "Task",
        "Resource": "arn:aws:states:::lambda:invoke",
        "Parameters": {"FunctionName": name, "Payload.$": "$"},
        "OutputPath": "$.Payload",
        **fields,
    }


FLOW = {
    "StartAt": "Read",
    "States": {
        "Read": task("read", Next="Both"),
        "Both": {
            "Type": "Parallel",
            "Branches": [
                {
                    "StartAt": "Pay",
                    "States": {
                        "Pay": task("pay", Next="Wait", Retry=[{"ErrorEquals": ["Busy"], "MaxAttempts": 1}]),
                        "Wait": {"Type": "Wait", "Seconds": 60, "Next": "Paid"},
                        "Paid": task("paid", End=True),
                    },
                },
                {"StartAt": "Ship", "States": {"Ship": task("ship", End=True)}},
            ],
            "Next": "Each",
        },
        "Each": {
            "Type": "Map",
            "MaxConcurrency": 2,
            "ItemProcessor": {"StartAt": "Pack", "States": {"Pack": task("pack", End=True)}},
            "Next": "Count",
        },
        "Count": {
            "Type": "Pass",
            "Parameters": {"items.$": "$", "redrives.$": "$$.Execution.RedriveCount"},
            "End": True,
        },
    },
}
TASKS = ("Read", "Pay", "Paid", "Ship", "Pack")
BROKEN = {"error": "Broken", "cause": "no"}


def types(execution: Execution) -> list[str]:
    return [event["type"] for event in execution.events]


@pytest.mark.parametrize("state", TASKS)
def test_it_ends_as_an_undisturbed_one(state):
    whole = Execution(FLOW, {"id": 7}).run()
    failed = Execution(FLOW, {"id": 7}, mocks={state: BROKEN}).run()
    assert (whole.status, failed.status) == ("SUCCEEDED", "FAILED")
    redriven = failed.redrive(mocks={}).run()
    assert redriven.status == "SUCCEEDED"
    assert redriven.output == {**whole.output, "redrives": 1}
    assert redriven.events[: len(failed.events)] == failed.events
    assert redriven.events[len(failed.events)]["type"] == "ExecutionRedriven"
    assert types(redriven).count("TaskStateEntered") == types(whole).count("TaskStateEntered")


def test_it_calls_nothing_again_that_was_done():
    redriven = Execution(FLOW, {}, mocks={"Pack": BROKEN}).run().redrive(mocks={}).run()
    again = types(redriven)[types(redriven).index("ExecutionRedriven") :]
    assert again.count("TaskScheduled") == 2, "Pack alone, for both items"


def test_retries_are_counted_anew():
    busy = {"error": "Busy"}
    failed = Execution(FLOW, {}, mocks={"Pay": [busy, busy]}).run()
    redriven = failed.redrive(mocks={"Pay": [busy, {"result": {"Payload": {}}}]}).run()
    assert (failed.error, redriven.status) == ("Busy", "SUCCEEDED")


def test_the_context_object_counts_retries_anew():
    counting = task("pay", Retry=[{"ErrorEquals": ["Busy"], "MaxAttempts": 1}], End=True)
    counting["Parameters"] = {"count.$": "$$.State.RetryCount"}
    flow = {"StartAt": "Pay", "States": {"Pay": counting}}
    failed = Execution(flow, {}, mocks={"Pay": {"error": "Busy"}}).run()
    redriven = failed.redrive(mocks={"Pay": [{"error": "Busy"}, {"result": {"Payload": 1}}]}).run()
    sent = [
        event["taskScheduledEventDetails"] for event in redriven.events if event["type"] == "TaskScheduled"
    ]
    assert [one["parameters"] for one in sent] == ['{"count":0}', '{"count":1}'] * 2


def test_it_may_fail_and_be_redriven_again_and_rewound():
    twice = Execution(FLOW, {}, mocks={"Read": BROKEN}).run().redrive(mocks={"Ship": BROKEN}).run()
    assert twice.status == "FAILED"
    last = twice.redrive(mocks={}).run()
    assert last.output["redrives"] == 2
    for count in range(0, len(last.events), 5):
        assert last.at(count).events == last.events[:count]


def test_rewinding_a_redriven_one_begins_its_answers_again():
    failed = Execution(FLOW, {}, mocks={"Pay": BROKEN}).run()
    answers = [{"error": "Busy"}, {"result": {"Payload": {"paid": 1}}}, {"result": {"Payload": {"paid": 2}}}]
    redriven = failed.redrive(mocks={"Pay": answers}).run()
    assert redriven.at(len(redriven.events)).events == redriven.events


def test_a_fail_state_only_fails_again():
    flow = {"StartAt": "A", "States": {"A": {"Type": "Fail", "Error": "No"}}}
    redriven = Execution(flow, {}).run().redrive().run()
    assert (redriven.status, redriven.error) == ("FAILED", "No")


def test_an_execution_that_timed_out_goes_on():
    flow = {
        "StartAt": "A",
        "TimeoutSeconds": 5,
        "States": {
            "A": {"Type": "Wait", "Seconds": 3, "Next": "B"},
            "B": {"Type": "Wait", "Seconds": 4, "End": True},
        },
    }
    failed = Execution(flow, {}).run()
    assert failed.status == "TIMED_OUT"
    assert failed.redrive().run().status == "SUCCEEDED"


@pytest.mark.parametrize("execution", [Execution(FLOW, {}), Execution(FLOW, {}).run()])
def test_only_a_failed_one_is_redriven(execution):
    with pytest.raises(ValueError, match="cannot be redriven"):
        execution.redrive()


@examples(20, 200)
@given(st.lists(st.sampled_from(TASKS), max_size=4), st.integers(0, 2))
def test_any_failures_one_after_the_other(broken, seed):
    execution = Execution(FLOW, {"id": seed}, mocks=dict.fromkeys(broken, BROKEN), seed=seed).run()
    while execution.status == "FAILED":
        broken = broken[1:]
        execution = execution.redrive(mocks=dict.fromkeys(broken, BROKEN)).run()
    whole = Execution(FLOW, {"id": seed}, seed=seed).run()
    assert execution.output["items"] == whole.output["items"]
