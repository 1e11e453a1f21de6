"""A choice rule has more than one operator."""

from __future__ import annotations

from rule_cases import DONE, Flag, choice, flags, in_map, jsonata, leaves, machine, passes

SMALL = {"Variable": "$.total", "NumericLessThan": 9}
LARGE = {"Variable": "$.total", "NumericGreaterThan": 1}
BETWEEN = {**LARGE, **SMALL}


def choosing(*rules, build=machine):
    return build({"Size?": choice(*rules, Default="Done"), "Done": DONE})


FLAGS = {
    "two comparisons": Flag(
        choosing({**BETWEEN, "Next": "Done"}),
        "/States/Size?/Choices/0/NumericLessThan",
        {"operators": "NumericGreaterThan, NumericLessThan"},
    ),
    "three comparisons": Flag(
        choosing({**BETWEEN, "IsPresent": True, "Next": "Done"}),
        "/States/Size?/Choices/0/NumericLessThan",
        {"operators": "NumericGreaterThan, NumericLessThan, IsPresent"},
    ),
    "a value and a path": Flag(
        choosing({**LARGE, "NumericGreaterThanPath": "$.limit", "Next": "Done"}),
        "/States/Size?/Choices/0/NumericGreaterThanPath",
    ),
    "And beside Or": Flag(
        choosing({"And": [LARGE], "Or": [SMALL], "Next": "Done"}), "/States/Size?/Choices/0/Or"
    ),
    "Not beside a comparison": Flag(
        choosing({**LARGE, "Not": SMALL, "Next": "Done"}), "/States/Size?/Choices/0/Not"
    ),
    "a rule inside Or": Flag(
        choosing({"Or": [LARGE, BETWEEN], "Next": "Done"}), "/States/Size?/Choices/0/Or/1/NumericLessThan"
    ),
    "inside a Map": Flag(
        in_map(choosing({**BETWEEN, "Next": "Done"})),
        "/States/Each/ItemProcessor/States/Size?/Choices/0/NumericLessThan",
    ),
}

PASSES = {
    "one comparison": choosing({**LARGE, "Next": "Done"}),
    "two comparisons in one And": choosing({"And": [LARGE, SMALL], "Next": "Done"}),
    "two comparisons in two rules": choosing({**LARGE, "Next": "Done"}, {**SMALL, "Next": "Done"}),
    "And inside Or": choosing({"Or": [{"And": [LARGE, SMALL]}], "Next": "Done"}),
    "a Comment and an Assign beside the comparison": choosing(
        {**LARGE, "Comment": "large", "Assign": {"large": True}, "Next": "Done"}
    ),
    "a rule in JSONata": choosing(
        {"Condition": "{% $states.input.total > 1 and $states.input.total < 9 %}", "Next": "Done"},
        build=jsonata,
    ),
}

LEAVES = {
    "an operator that does not exist": (
        "unknown-field",
        choosing({**LARGE, "NumericNotEquals": 9, "Next": "Done"}),
    ),
    "two comparisons in JSONata": (
        "wrong-language-field",
        choosing({**BETWEEN, "Next": "Done"}, build=jsonata),
    ),
}

test_flags = flags("choice-several-operators", FLAGS)
test_passes = passes("choice-several-operators", PASSES)
test_leaves = leaves("choice-several-operators", LEAVES)
