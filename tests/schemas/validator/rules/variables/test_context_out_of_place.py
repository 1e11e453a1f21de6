"""The Context object is read for a task token, or a Map's item, where it has none."""

from __future__ import annotations

from typing import Any

from rule_cases import (
    DISTRIBUTED,
    STATES,
    Express,
    Flag,
    alone,
    flags,
    in_branch,
    in_map,
    jsonata,
    machine,
    map_over,
    parallel,
    passes,
    state,
    task,
)


def reads(path: str, **fields: Any) -> dict[str, Any]:
    """A Pass that reads the path."""
    return state("Pass", Parameters={"a.$": path}, **fields)


FLAGS = {
    "the token in a Pass": Flag(
        alone(reads("$$.Task.Token")), "/States/A/Parameters/a.$", {"name": "Task.Token", "token": "A"}
    ),
    "the token inside of a call": Flag(
        alone(reads("States.Format('{}', $$.Task.Token)")), "/States/A/Parameters/a.$"
    ),
    "the token in JSONata": Flag(
        jsonata({"A": state("Pass", Output="{% $states.context.Task.Token %}")}), "/States/A/Output"
    ),
    "the token in a Parallel": Flag(
        alone(parallel(machine({"B": state("Pass")}), Parameters={"a.$": "$$.Task.Token"})),
        "/States/A/Parameters/a.$",
    ),
    "the token in a Pass of an Express machine": Flag(
        Express(alone(reads("$$.Task.Token"))), "/States/A/Parameters/a.$"
    ),
    "the item in a Pass": Flag(
        alone(reads("$$.Map.Item.Value")), "/States/A/Parameters/a.$", {"name": "Map.Item", "item": "A"}
    ),
    "the item in a Task": Flag(
        alone(task(Parameters={"a.$": "$$.Map.Item.Index"})), "/States/A/Parameters/a.$"
    ),
    "the item in JSONata": Flag(
        jsonata({"A": state("Pass", Assign={"i": "{% $states.context.Map.Item.Index %}"})}),
        "/States/A/Assign/i",
    ),
    "the item in the state after the Map": Flag(
        machine({"Each": map_over(machine({"B": state("Pass")}), Next="A"), "A": reads("$$.Map.Item.Value")}),
        "/States/A/Parameters/a.$",
    ),
    "the item in a branch that is in no Map": Flag(
        in_branch(machine({"B": reads("$$.Map.Item.Value")})),
        "/States/Both/Branches/1/States/B/Parameters/a.$",
    ),
    "the token in a Pass inside of a Map": Flag(
        in_map(machine({"B": reads("$$.Task.Token")})), "/States/Each/ItemProcessor/States/B/Parameters/a.$"
    ),
}

PASSES = {
    "the token in a Task": alone(
        task(f"{STATES}sqs:sendMessage.waitForTaskToken", Parameters={"MessageBody.$": "$$.Task.Token"})
    ),
    "the token in a JSONata Task": jsonata(
        {"A": task(Arguments={"token": "{% $states.context.Task.Token %}"})}
    ),
    "the item in a Map's ItemSelector": alone(
        map_over(machine({"B": state("Pass")}), ItemSelector={"a.$": "$$.Map.Item.Value"})
    ),
    "the item in a state of a Map": in_map(machine({"B": reads("$$.Map.Item.Value")})),
    "the item in a state of a distributed Map": in_map(
        machine({"B": reads("$$.Map.Item.Value")}, ProcessorConfig=DISTRIBUTED)
    ),
    "the item in a branch inside of a Map": in_map(
        machine({"Both": parallel(machine({"B": reads("$$.Map.Item.Value")}))})
    ),
    "the item in a state of an older Iterator": alone(
        state("Map", Iterator=machine({"B": reads("$$.Map.Item.Value")}))
    ),
    "another member of the context": alone(reads("$$.Execution.Id")),
    "the whole context": alone(reads("$$")),
    "a field of the input of that name": alone(reads("$.Task.Token")),
    "plain text": alone(state("Pass", Result={"a": "Map.Item.Value"})),
}

test_flags = flags("context-out-of-place", FLAGS)
test_passes = passes("context-out-of-place", PASSES, beside={"missing-parameter", "token-wait-unbounded"})
