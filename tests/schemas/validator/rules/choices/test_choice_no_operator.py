"""A choice rule compares nothing."""

from __future__ import annotations

from rule_cases import DONE, Flag, choice, flags, in_map, jsonata, leaves, machine, passes

TOTAL = {"Variable": "$.total", "Next": "Done"}
LARGE = {"Variable": "$.total", "NumericGreaterThan": 1000}


def choosing(*rules, build=machine):
    return build({"Large?": choice(*rules, Default="Done"), "Done": DONE})


FLAGS = {
    "a Variable alone": Flag(choosing(TOTAL), "/States/Large?/Choices/0"),
    "a Next alone": Flag(choosing({"Next": "Done"}), "/States/Large?/Choices/0"),
    "an empty rule": Flag(choosing({}), "/States/Large?/Choices/0"),
    "an operator that does not exist": Flag(
        choosing({**TOTAL, "NumericNotEquals": 5}), "/States/Large?/Choices/0"
    ),
    "an operator in the wrong case": Flag(
        choosing({**TOTAL, "numericEquals": 5}), "/States/Large?/Choices/0"
    ),
    "the second of two rules": Flag(choosing({**LARGE, "Next": "Done"}, TOTAL), "/States/Large?/Choices/1"),
    "a rule inside And": Flag(
        choosing({"And": [LARGE, {"Variable": "$.total"}], "Next": "Done"}),
        "/States/Large?/Choices/0/And/1",
    ),
    "a rule inside Not": Flag(choosing({"Not": {}, "Next": "Done"}), "/States/Large?/Choices/0/Not"),
    "inside a Map": Flag(in_map(choosing(TOTAL)), "/States/Each/ItemProcessor/States/Large?/Choices/0"),
}

PASSES = {
    "one comparison": choosing({**LARGE, "Next": "Done"}),
    "a comparison with false": choosing({**TOTAL, "BooleanEquals": False}),
    "a comparison with an empty text": choosing({**TOTAL, "StringEquals": ""}),
    "a comparison with another path": choosing({**TOTAL, "NumericGreaterThanPath": "$.limit"}),
    "And": choosing({"And": [LARGE, LARGE], "Next": "Done"}),
    "Or": choosing({"Or": [LARGE], "Next": "Done"}),
    "Not": choosing({"Not": LARGE, "Next": "Done"}),
    "a rule in JSONata": choosing({"Condition": "{% $states.input.paid %}", "Next": "Done"}, build=jsonata),
}

LEAVES = {
    "a rule in JSONata without a Condition": ("missing-field", choosing({"Next": "Done"}, build=jsonata)),
    "an And of nothing": ("empty", choosing({"And": [], "Next": "Done"})),
}


test_flags = flags("choice-no-operator", FLAGS)
test_passes = passes("choice-no-operator", PASSES)
test_leaves = leaves("choice-no-operator", LEAVES)
