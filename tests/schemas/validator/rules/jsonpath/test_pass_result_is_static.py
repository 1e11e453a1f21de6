"""The Result of a Pass contains a path or a call of an intrinsic function."""

from __future__ import annotations

from typing import Any

from rule_cases import Definition, Flag, alone, flags, in_map, jsonata, leaves, machine, passes, state


def result(value: Any, **fields: Any) -> Definition:
    """A machine of one Pass with that Result."""
    return alone(state("Pass", Result=value, **fields))


FLAGS = {
    "a path under a key that ends with .$": Flag(
        result({"total.$": "$.order.total"}),
        "/States/A/Result/total.$",
        {"value": "$.order.total"},
        unsafe_fix=alone(state("Pass", Parameters={"total.$": "$.order.total"})),
    ),
    "a path under a plain key": Flag(
        result({"total": "$.total"}),
        "/States/A/Result/total",
        unsafe_fix=alone(state("Pass", Parameters={"total": "$.total"})),
    ),
    "a call deep inside": Flag(
        result({"order": [{"id.$": "States.UUID()"}]}),
        "/States/A/Result/order/0/id.$",
        unsafe_fix=alone(state("Pass", Parameters={"order": [{"id.$": "States.UUID()"}]})),
    ),
    "two paths, told once": Flag(
        result({"a.$": "$.a", "b.$": "$.b"}),
        "/States/A/Result/a.$",
        unsafe_fix=alone(state("Pass", Parameters={"a.$": "$.a", "b.$": "$.b"})),
    ),
    "a path as the whole Result, which Parameters cannot take": Flag(result("$.order"), "/States/A/Result"),
    "a path in an array, which Parameters cannot take": Flag(result(["$.order"]), "/States/A/Result/0"),
    "a Result beside Parameters, which has no fix": Flag(
        result({"a.$": "$.a"}, Parameters={"b": 1}), "/States/A/Result/a.$"
    ),
    "a state of a Map": Flag(
        in_map(machine({"Add": state("Pass", Result={"a.$": "$$.Map.Item.Value"})})),
        "/States/Each/ItemProcessor/States/Add/Result/a.$",
        unsafe_fix=in_map(machine({"Add": state("Pass", Parameters={"a.$": "$$.Map.Item.Value"})})),
    ),
}

PASSES = {
    "a path in Parameters": alone(state("Pass", Parameters={"total.$": "$.order.total"})),
    "a price": result({"price": "$5"}),
    "a dollar sign": result({"currency.$": "$"}),
    "the name of an error": result({"error": "States.Timeout"}),
    "a key that ends with .$ over plain text": result({"total.$": 5}),
    "JSONata, which has a rule of its own": result("{% $.total %}"),
    "a path in ResultPath": result({"total": 5}, ResultPath="$.order.total"),
    "a path in the Result of a state in JSONata, which takes none": jsonata(
        {"A": state("Pass", Output={"total": 5})}
    ),
}

LEAVES = {
    "a Result in JSONata": ("wrong-language-field", jsonata({"A": state("Pass", Result={"a.$": "$.a"})})),
}

test_flags = flags("pass-result-is-static", FLAGS)
test_passes = passes("pass-result-is-static", PASSES)
test_leaves = leaves("pass-result-is-static", LEAVES)
