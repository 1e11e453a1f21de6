"""And, Or or Not stands beside a Variable."""

from __future__ import annotations

from rule_cases import DONE, Flag, choice, flags, in_branch, in_map, leaves, machine, passes

LARGE = {"Variable": "$.total", "NumericGreaterThan": 1000}
TOTAL = {"Variable": "$.total"}


def choosing(rule):
    return machine({"Large?": choice({**rule, "Next": "Done"}, Default="Done"), "Done": DONE})


FLAGS = {
    "beside Not": Flag(
        choosing({**TOTAL, "Not": LARGE}),
        "/States/Large?/Choices/0/Variable",
        {"operator": "Not"},
        safe_fix=choosing({"Not": LARGE}),
    ),
    "beside And": Flag(
        choosing({"And": [LARGE, LARGE], **TOTAL}),
        "/States/Large?/Choices/0/Variable",
        {"operator": "And"},
        safe_fix=choosing({"And": [LARGE, LARGE]}),
    ),
    "beside Or": Flag(
        choosing({**TOTAL, "Or": [LARGE]}),
        "/States/Large?/Choices/0/Variable",
        safe_fix=choosing({"Or": [LARGE]}),
    ),
    "beside all three": Flag(
        choosing({**TOTAL, "And": [LARGE], "Or": [LARGE], "Not": LARGE}),
        "/States/Large?/Choices/0/Variable",
        {"operator": "And"},
        safe_fix=choosing({"And": [LARGE], "Or": [LARGE], "Not": LARGE}),
    ),
    "beside Not inside And": Flag(
        choosing({"And": [LARGE, {**TOTAL, "Not": LARGE}]}),
        "/States/Large?/Choices/0/And/1/Variable",
        safe_fix=choosing({"And": [LARGE, {"Not": LARGE}]}),
    ),
    "on two levels": Flag(
        choosing({**TOTAL, "And": [{**TOTAL, "Not": LARGE}]}),
        ("/States/Large?/Choices/0/Variable", "/States/Large?/Choices/0/And/0/Variable"),
        safe_fix=choosing({"And": [{"Not": LARGE}]}),
    ),
    "inside a Map": Flag(
        in_map(choosing({**TOTAL, "Not": LARGE})),
        "/States/Each/ItemProcessor/States/Large?/Choices/0/Variable",
        safe_fix=in_map(choosing({"Not": LARGE})),
    ),
    "inside a branch": Flag(
        in_branch(choosing({**TOTAL, "Not": LARGE})),
        "/States/Both/Branches/1/States/Large?/Choices/0/Variable",
        safe_fix=in_branch(choosing({"Not": LARGE})),
    ),
}

PASSES = {
    "Not alone": choosing({"Not": LARGE}),
    "a Variable beside its comparison": choosing(LARGE),
    "a Variable of each rule inside And": choosing({"And": [LARGE, LARGE]}),
    "a Variable two levels deep": choosing({"Or": [{"Not": LARGE}]}),
}

LEAVES = {
    "a Variable beside a comparison and Not": ("choice-several-operators", choosing({**LARGE, "Not": LARGE})),
    "a Variable beside no operator": ("choice-no-operator", choosing(TOTAL)),
}

test_flags = flags("choice-stray-variable", FLAGS)
test_passes = passes("choice-stray-variable", PASSES)
test_leaves = leaves("choice-stray-variable", LEAVES)
