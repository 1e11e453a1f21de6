"""A JSONPath state contains a JSONata expression."""

from __future__ import annotations

from rule_cases import (
    Flag,
    alone,
    choice,
    flags,
    in_branch,
    in_map,
    jsonata,
    machine,
    map_over,
    passes,
    state,
    task,
)

TOTAL = "{% $states.input.total * 2 %}"

FLAGS = {
    "a value in Parameters": Flag(
        alone(state("Pass", Parameters={"total": TOTAL})),
        "/States/A/Parameters/total",
        {"field": "total", "value": TOTAL},
    ),
    "values in an array": Flag(
        alone(state("Pass", Parameters={"totals": [1, TOTAL, TOTAL]})),
        ("/States/A/Parameters/totals/1", "/States/A/Parameters/totals/2"),
    ),
    "an Assign": Flag(alone(state("Pass", Assign={"total": TOTAL})), "/States/A/Assign/total"),
    "what a choice rule compares with": Flag(
        machine(
            {
                "Paid?": choice(
                    {"Variable": "$.total", "StringEquals": TOTAL, "Next": "Ship"}, Default="Ship"
                ),
                "Ship": state("Pass"),
            }
        ),
        "/States/Paid?/Choices/0/StringEquals",
    ),
    "an empty expression": Flag(alone(state("Pass", Parameters={"a": "{%%}"})), "/States/A/Parameters/a"),
    "a state of a branch": Flag(
        in_branch(machine({"Add": state("Pass", Parameters={"total": TOTAL})})),
        "/States/Both/Branches/1/States/Add/Parameters/total",
    ),
    "a state of a JSONata Map, which does not hand its language on": Flag(
        machine(
            {
                "Each": map_over(
                    machine({"Add": state("Pass", Parameters={"total": TOTAL})}), QueryLanguage="JSONata"
                )
            }
        ),
        "/States/Each/ItemProcessor/States/Add/Parameters/total",
    ),
}

PASSES = {
    "a state that says JSONata itself": alone(
        state("Pass", QueryLanguage="JSONata", Output={"total": TOTAL})
    ),
    "a state of a JSONata machine": jsonata({"A": state("Pass", Output={"total": TOTAL})}),
    "a state inside of a Map of a JSONata machine": jsonata(
        {"Each": map_over(machine({"Add": state("Pass", Output={"total": TOTAL})}))}
    ),
    "a path": alone(state("Pass", Parameters={"total.$": "$.total"})),
    "a text with one of the signs": alone(state("Pass", Parameters={"total": "{% of it"})),
    "an expression in the middle of a text": alone(state("Pass", Parameters={"total": f"Total: {TOTAL}"})),
    "an expression in a Comment": alone(state("Pass", Comment=TOTAL)),
    "an expression in a Result, which is passed on as it is": alone(state("Pass", Result=TOTAL)),
    "an expression in the states inside, which say JSONata": in_map(
        machine({"Add": state("Pass", QueryLanguage="JSONata", Output=TOTAL)})
    ),
    "a key": alone(state("Pass", Parameters={TOTAL: 1})),
    "a Resource": alone(task("{% $arn %}${Pay}")),
}

test_flags = flags("jsonata-in-jsonpath", FLAGS)
test_passes = passes("jsonata-in-jsonpath", PASSES)
