"""A payload has a key twice: plain and computed."""

from __future__ import annotations

from typing import Any

from rule_cases import (
    Definition,
    Flag,
    alone,
    flags,
    in_branch,
    jsonata,
    machine,
    map_over,
    passes,
    state,
    task,
)


def passing(parameters: Any) -> Definition:
    """A machine of one Pass with those Parameters."""
    return alone(state("Pass", Parameters=parameters))


FLAGS = {
    "a key beside its computed twin": Flag(
        passing({"name": "x", "name.$": "$.name"}), "/States/A/Parameters/name.$", {"name": "name"}
    ),
    "the computed one first": Flag(
        passing({"name.$": "$.name", "other": 1, "name": None}), "/States/A/Parameters/name.$"
    ),
    "two keys of one object": Flag(
        passing({"a": 1, "a.$": "$.a", "b": 1, "b.$": "$.b"}),
        ("/States/A/Parameters/a.$", "/States/A/Parameters/b.$"),
    ),
    "an object deep inside": Flag(
        passing({"order": [{"id": 1, "id.$": "$.id"}]}), "/States/A/Parameters/order/0/id.$"
    ),
    "a key with nothing before .$": Flag(passing({"": 1, ".$": "$.a"}), "/States/A/Parameters/.$"),
    "a ResultSelector": Flag(
        alone(task(ResultSelector={"id": 1, "id.$": "$.id"})), "/States/A/ResultSelector/id.$"
    ),
    "an Assign": Flag(alone(state("Pass", Assign={"id": 1, "id.$": "$.id"})), "/States/A/Assign/id.$"),
    "an ItemSelector": Flag(
        alone(map_over(machine({"B": state("Pass")}), ItemSelector={"id": 1, "id.$": "$.id"})),
        "/States/A/ItemSelector/id.$",
    ),
    "a state of a branch": Flag(
        in_branch(machine({"Add": state("Pass", Parameters={"id": 1, "id.$": "$.id"})})),
        "/States/Both/Branches/1/States/Add/Parameters/id.$",
    ),
}

PASSES = {
    "the computed key alone": passing({"name.$": "$.name"}),
    "two different keys": passing({"name": "x", "Name.$": "$.name"}),
    "the twin in an object inside": passing({"name": {"name.$": "$.name"}}),
    "the twin in the object beside": passing({"orders": [{"name": "x"}, {"name.$": "$.name"}]}),
    "a Result, in which .$ means nothing": alone(state("Pass", Result={"name": "x", "name.$": "y"})),
    "JSONata, in which .$ means nothing": jsonata({"A": state("Pass", Output={"name": "x", "name.$": "y"})}),
}

test_flags = flags("payload-key-twice", FLAGS)
test_passes = passes("payload-key-twice", PASSES)
