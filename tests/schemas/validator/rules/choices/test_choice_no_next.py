"""A choice rule has no Next."""

from __future__ import annotations

from rule_cases import DONE, Flag, choice, flags, in_branch, in_map, jsonata, leaves, machine, passes

LARGE = {"Variable": "$.total", "NumericGreaterThan": 1000}


def choosing(*rules, build=machine):
    return build({"Large?": choice(*rules, Default="Done"), "Done": DONE})


FLAGS = {
    "a rule that compares": Flag(choosing(LARGE), "/States/Large?/Choices/0"),
    "a rule that combines others": Flag(choosing({"And": [LARGE]}), "/States/Large?/Choices/0"),
    "a Next only inside": Flag(choosing({"Not": {**LARGE, "Next": "Done"}}), "/States/Large?/Choices/0"),
    "the second of two rules": Flag(choosing({**LARGE, "Next": "Done"}, LARGE), "/States/Large?/Choices/1"),
    "two rules": Flag(choosing(LARGE, LARGE), ("/States/Large?/Choices/0", "/States/Large?/Choices/1")),
    "an empty rule": Flag(choosing({}), "/States/Large?/Choices/0"),
    "an Assign in its stead": Flag(choosing({**LARGE, "Assign": {"a": 1}}), "/States/Large?/Choices/0"),
    "inside a Map": Flag(in_map(choosing(LARGE)), "/States/Each/ItemProcessor/States/Large?/Choices/0"),
    "inside a branch": Flag(in_branch(choosing(LARGE)), "/States/Both/Branches/1/States/Large?/Choices/0"),
}

PASSES = {
    "a Next": choosing({**LARGE, "Next": "Done"}),
    "a Next that is a substitution": choosing({**LARGE, "Next": "${Next}"}),
    "none on the nested rules": choosing({"And": [LARGE, {"Not": LARGE}], "Next": "Done"}),
    "a rule in JSONata": choosing({"Condition": True, "Next": "Done"}, build=jsonata),
}

LEAVES = {
    "a rule in JSONata without a Next": ("missing-field", choosing({"Condition": True}, build=jsonata)),
    "a Next that is no text": ("not-a-string", choosing({**LARGE, "Next": 5})),
    "a Next that names no state": ("missing-target", choosing({**LARGE, "Next": "Refund"})),
}

test_flags = flags("choice-no-next", FLAGS)
test_passes = passes("choice-no-next", PASSES)
test_leaves = leaves("choice-no-next", LEAVES)
