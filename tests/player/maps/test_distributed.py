"""The child executions of a distributed Map stand for themselves: in what is random, and in failing."""

from __future__ import annotations

from player import Execution
from player.core.map_run import MOST_KEPT
from player.mocks import Answer


def mapped(state: dict, **fields: object) -> dict:
    """A distributed Map over the input, whose children begin with `state`."""
    processor = {
        "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
        "StartAt": "Do",
        "States": {"Do": state},
    }
    each = {"Type": "Map", "ItemProcessor": processor, "End": True, **fields}
    return {"QueryLanguage": "JSONata", "StartAt": "Each", "States": {"Each": each}}


def test_each_child_has_random_values_of_its_own():
    flow = mapped({"Type": "Pass", "Output": "{% $uuid() %}", "End": True})
    first, second = (Execution(flow, [1, 2, 3], seed=7).run().output for _ in range(2))
    assert len(set(first)) == 3
    assert first == second, "the same seed gives the same values"


def test_a_child_with_too_many_events_fails_and_may_be_tolerated():
    again = {
        "Type": "Choice",
        "QueryLanguage": "JSONPath",
        "Choices": [{"Variable": "$", "NumericEquals": 1, "Next": "Do"}],
        "Default": "Do",
    }
    flow = mapped(again, ToleratedFailureCount=1)
    execution = Execution(flow, [1]).run()
    assert (execution.status, execution.output) == ("SUCCEEDED", [])
    flow["States"]["Each"]["ToleratedFailureCount"] = 0
    assert Execution(flow, [1]).run().error == "States.ExceedToleratedFailureThreshold"


ASK = {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "End": True}


def test_the_events_of_children_are_not_told():
    execution = Execution(mapped({"Type": "Pass", "End": True}), [1, 2])
    assert [event["id"] for event in execution] == list(range(1, len(execution.events) + 1))
    (map_run,) = execution.map_runs
    assert (map_run.state, map_run.count) == ("Each", 2)
    assert execution.events[map_run.began - 1]["type"] == "MapRunStarted"
    assert map_run.ended == map_run.began
    (first, second) = map_run.children.values()
    assert [event["type"] for event in first.events] == [
        "ExecutionStarted",
        "PassStateEntered",
        "PassStateExited",
        "ExecutionSucceeded",
    ]
    assert second.events[0]["executionStartedEventDetails"]["input"] == "2"
    assert (map_run.tallies["Do"].entered, map_run.tallies["Do"].exited) == (2, 2)


def test_the_failed_children_are_kept_and_only_so_many_of_the_others():
    odd = {"Type": "Pass", "Output": "{% $states.input % 100 = 0 ? $error('no') : 1 %}", "End": True}
    execution = Execution(mapped(odd, ToleratedFailurePercentage=50), list(range(1000))).run()
    (map_run,) = execution.map_runs
    kept = map_run.children.values()
    assert [child.index for child in kept if child.has_failed] == list(range(0, 1000, 100))
    assert sum(not child.has_failed for child in kept) == MOST_KEPT
    assert (map_run.tallies["Do"].entered, map_run.tallies["Do"].exited) == (1000, 990)


def test_each_child_awaits_an_answer_of_its_own():
    execution = Execution(mapped(ASK), [1, 2, 3], mocks={"Do": {"ask": True}}).run()
    assert len(execution.tokens) == 3
    for number, token in enumerate(execution.tokens):
        assert token.rpartition("-")[0] == "Do"
        execution.answer(token, Answer(number))
        execution.run()
    assert (execution.status, execution.output) == ("SUCCEEDED", [0, 1, 2])


def test_a_run_can_stop_between_the_steps_of_children():
    execution = Execution(mapped({"Type": "Pass", "End": True}), [1, 2, 3])
    steps = []
    while True:
        try:
            steps.append(execution.step())
        except StopIteration:
            break
    assert [event for event in steps if event] == execution.events
    assert steps.count(None) == 12


def test_arrays_of_children_are_flattened():
    flow = mapped({"Type": "Pass", "End": True}, ResultWriter={"WriterConfig": {"Transformation": "FLATTEN"}})
    assert Execution(flow, [[1, [2]], 3, []]).run().output == [1, [2], 3]
    flow["States"]["Each"]["ResultWriter"] = {"WriterConfig": {"Transformation": "COMPACT"}}
    assert Execution(flow, [[1], 3]).run().output == [[1], 3]
