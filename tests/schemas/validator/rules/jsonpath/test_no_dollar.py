"""A value looks like a path or a call, but its key does not end with .$."""

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


def passing(**parameters: Any) -> Definition:
    """A machine of one Pass with those Parameters."""
    return alone(state("Pass", Parameters=parameters))


FLAGS = {
    "a path": Flag(
        passing(price="$.a"),
        "/States/A/Parameters/price",
        {"key": "price", "value": "$.a"},
        unsafe_fix=passing(**{"price.$": "$.a"}),
    ),
    "a path into the context": Flag(
        passing(start="$$.Execution.StartTime"),
        "/States/A/Parameters/start",
        unsafe_fix=passing(**{"start.$": "$$.Execution.StartTime"}),
    ),
    "a call": Flag(
        passing(id="States.UUID()"),
        "/States/A/Parameters/id",
        unsafe_fix=passing(**{"id.$": "States.UUID()"}),
    ),
    "a path in brackets": Flag(
        passing(a="$['b']"), "/States/A/Parameters/a", unsafe_fix=passing(**{"a.$": "$['b']"})
    ),
    "a path deep inside": Flag(
        passing(a={"b": "$.c"}), "/States/A/Parameters/a/b", unsafe_fix=passing(a={"b.$": "$.c"})
    ),
    "a path in an array, which has no key to rename": Flag(
        passing(a=[1, "$.b"]), "/States/A/Parameters/a/1", {"value": "$.b"}
    ),
    "the whole of Parameters": Flag(alone(state("Pass", Parameters="$.order")), "/States/A/Parameters"),
    "a ResultSelector": Flag(
        alone(task(ResultSelector={"id": "$.id"})),
        "/States/A/ResultSelector/id",
        unsafe_fix=alone(task(ResultSelector={"id.$": "$.id"})),
    ),
    "an Assign": Flag(
        alone(state("Pass", Assign={"id": "$.id"})),
        "/States/A/Assign/id",
        unsafe_fix=alone(state("Pass", Assign={"id.$": "$.id"})),
    ),
    "an ItemSelector": Flag(
        alone(map_over(machine({"B": state("Pass")}), ItemSelector={"item": "$$.Map.Item.Value"})),
        "/States/A/ItemSelector/item",
        unsafe_fix=alone(
            map_over(machine({"B": state("Pass")}), ItemSelector={"item.$": "$$.Map.Item.Value"})
        ),
    ),
    "a state of a branch": Flag(
        in_branch(machine({"Add": state("Pass", Parameters={"a": "$.b"})})),
        "/States/Both/Branches/1/States/Add/Parameters/a",
        unsafe_fix=in_branch(machine({"Add": state("Pass", Parameters={"a.$": "$.b"})})),
    ),
    "a JSONPath state of a machine with JSONata states": Flag(
        machine(
            {
                "A": state("Pass", Parameters={"a": "$.b"}, Next="B"),
                "B": state("Pass", QueryLanguage="JSONata"),
            }
        ),
        "/States/A/Parameters/a",
        unsafe_fix=machine(
            {
                "A": state("Pass", Parameters={"a.$": "$.b"}, Next="B"),
                "B": state("Pass", QueryLanguage="JSONata"),
            }
        ),
    ),
}

PASSES = {
    "a path under a key that ends with .$": passing(**{"price.$": "$.a"}),
    "a price": passing(price="$5"),
    "a dollar sign": passing(price="$"),
    "a name behind a dollar sign": passing(price="$a"),
    "a path inside of a sentence": passing(note="see $.a"),
    "a malformed path": passing(note="$.a."),
    "the name of an error": passing(error="States.Timeout"),
    "a function that does not exist": passing(call="States.Now()"),
    "a substitution": passing(path="${Path}"),
    "a path in a Comment": alone(state("Pass", Comment="$.a")),
    "a path in a Result, which has a rule of its own": alone(state("Pass", Result={"price": "$.a"})),
    "a path in JSONata, which has a rule of its own": jsonata({"A": state("Pass", Output={"price": "$.a"})}),
}

test_flags = flags("no-dollar", FLAGS)
test_passes = passes("no-dollar", PASSES, beside={"jsonpath-in-jsonata", "pass-result-is-static"})
