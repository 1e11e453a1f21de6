"""A state switches to JSONPath in a JSONata state machine."""

from __future__ import annotations

from rule_cases import (
    DONE,
    Express,
    Flag,
    alone,
    flags,
    in_map,
    jsonata,
    machine,
    map_over,
    parallel,
    passes,
    state,
)

JSONPATH = state("Pass", QueryLanguage="JSONPath")

FLAGS = {
    "a state of the machine": Flag(
        jsonata({"Pay": state("Pass", Next="A"), "A": JSONPATH}),
        "/States/A/QueryLanguage",
        {"state": "A"},
    ),
    "a state of an Express machine": Flag(Express(jsonata({"A": JSONPATH})), "/States/A/QueryLanguage"),
    "two states": Flag(
        jsonata({"A": {"Type": "Pass", "QueryLanguage": "JSONPath", "Next": "B"}, "B": JSONPATH}),
        ("/States/A/QueryLanguage", "/States/B/QueryLanguage"),
    ),
    "a state of a branch": Flag(
        jsonata({"Both": parallel(machine({"A": JSONPATH}))}),
        "/States/Both/Branches/0/States/A/QueryLanguage",
    ),
    "a state of a Map": Flag(
        jsonata({"Each": map_over(machine({"A": JSONPATH}))}),
        "/States/Each/ItemProcessor/States/A/QueryLanguage",
    ),
    "a Map around states in JSONata": Flag(
        jsonata({"Each": map_over(machine({"A": DONE}), QueryLanguage="JSONPath")}),
        "/States/Each/QueryLanguage",
        {"state": "Each"},
    ),
}

PASSES = {
    "a JSONata state in a JSONPath machine": alone(
        state("Pass", QueryLanguage="JSONata"), QueryLanguage="JSONPath"
    ),
    "a JSONata state in a machine that names no language": alone(state("Pass", QueryLanguage="JSONata")),
    "a JSONPath state in a JSONPath machine": alone(JSONPATH, QueryLanguage="JSONPath"),
    "a JSONPath state in a machine that names no language": alone(JSONPATH),
    "a JSONata state in a JSONata machine": jsonata({"A": state("Pass", QueryLanguage="JSONata")}),
    "a state without a language in a JSONata machine": jsonata({"A": state("Pass")}),
    "a JSONPath state inside of a JSONata Map of a JSONPath machine": machine(
        {"Each": map_over(machine({"A": JSONPATH}), QueryLanguage="JSONata")}
    ),
    "a JSONata state inside of a Map": in_map(machine({"A": state("Pass", QueryLanguage="JSONata")})),
}

test_flags = flags("jsonpath-under-jsonata", FLAGS)
test_passes = passes("jsonpath-under-jsonata", PASSES)
