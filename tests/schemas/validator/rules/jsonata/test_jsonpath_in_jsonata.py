"""A JSONata state contains a JSONPath."""

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


def output(value: Any) -> Definition:
    """A JSONata machine of one Pass with that Output."""
    return alone(state("Pass", Output=value), QueryLanguage="JSONata")


FLAGS = {
    "a path under a key that ends with .$": Flag(
        output({"a.$": "$.b.c"}),
        "/States/A/Output/a.$",
        {"field": "a.$", "value": "$.b.c"},
        unsafe_fix=output({"a": "{% $states.input.b.c %}"}),
    ),
    "a path under a plain key": Flag(
        output({"total": "$.total"}),
        "/States/A/Output/total",
        unsafe_fix=output({"total": "{% $states.input.total %}"}),
    ),
    "the whole input under a key that ends with .$": Flag(
        output({"order.$": "$"}),
        "/States/A/Output/order.$",
        unsafe_fix=output({"order": "{% $states.input %}"}),
    ),
    "a path as the whole value": Flag(
        output("$$.Execution.Id"), "/States/A/Output", unsafe_fix=output("{% $states.context.Execution.Id %}")
    ),
    "a path that is not plain, which has no fix": Flag(output({"a": "$.b[*].c"}), "/States/A/Output/a"),
    "a variable's path under a key that ends with .$": Flag(
        output({"a.$": "$order.id"}), "/States/A/Output/a.$"
    ),
    "a call of an intrinsic function": Flag(output({"id.$": "States.UUID()"}), "/States/A/Output/id.$"),
    "a path in Arguments": Flag(
        alone(task(Arguments={"order": [{"id": "$.id"}]}), QueryLanguage="JSONata"),
        "/States/A/Arguments/order/0/id",
        unsafe_fix=alone(
            task(Arguments={"order": [{"id": "{% $states.input.id %}"}]}), QueryLanguage="JSONata"
        ),
    ),
    "a state of a branch that says JSONata itself": Flag(
        in_branch(machine({"Add": state("Pass", QueryLanguage="JSONata", Output="$.b")})),
        "/States/Both/Branches/1/States/Add/Output",
        unsafe_fix=in_branch(
            machine({"Add": state("Pass", QueryLanguage="JSONata", Output="{% $states.input.b %}")})
        ),
    ),
    "a state of a Map of a JSONata machine": Flag(
        jsonata({"Each": map_over(machine({"Add": state("Pass", Assign={"b": "$.b"})}))}),
        "/States/Each/ItemProcessor/States/Add/Assign/b",
        unsafe_fix=jsonata(
            {"Each": map_over(machine({"Add": state("Pass", Assign={"b": "{% $states.input.b %}"})}))}
        ),
    ),
    "a path in an array": Flag(
        output({"totals": [1, "$.total"]}),
        "/States/A/Output/totals/1",
        unsafe_fix=output({"totals": [1, "{% $states.input.total %}"]}),
    ),
}

PASSES = {
    "an expression": output({"a": "{% $states.input.b.c %}"}),
    "a key that ends with .$ over an expression": output({"a.$": "{% $states.input.b %}"}),
    "a price": output({"price": "$5"}),
    "a dollar sign": output({"currency": "$"}),
    "a variable's name as plain text": output({"variable": "$order.id"}),
    "a path inside of a sentence": output({"note": "see $.order.id"}),
    "the name of an error": output({"error": "States.Timeout"}),
    "a function that does not exist": output({"error": "States.Nothing()"}),
    "a path in a Comment": alone(state("Pass", Comment="$.order"), QueryLanguage="JSONata"),
    "a path in a JSONPath state": alone(state("Pass", Parameters={"a.$": "$.b.c"})),
    "a JSONPath state inside of a JSONata Map": machine(
        {
            "Each": map_over(
                machine({"Add": state("Pass", Parameters={"a.$": "$.b"})}), QueryLanguage="JSONata"
            )
        }
    ),
    "a price under a key that ends with .$": output({"price.$": "$5"}),
}

test_flags = flags("jsonpath-in-jsonata", FLAGS)
test_passes = passes("jsonpath-in-jsonata", PASSES)
