"""The child executions of a distributed Map stand for themselves: in what is random, and in failing."""

from __future__ import annotations

from player import Execution


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
