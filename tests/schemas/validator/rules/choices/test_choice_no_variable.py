"""A comparison has no Variable."""

from __future__ import annotations

from rule_cases import DONE, Flag, choice, flags, in_map, jsonata, leaves, machine, passes

LARGE = {"Variable": "$.total", "NumericGreaterThan": 1000}
OF_NOTHING = {"NumericGreaterThan": 1000}


def choosing(*rules, build=machine):
    return build({"Large?": choice(*rules, Default="Done"), "Done": DONE})


FLAGS = {
    "a comparison with a value": Flag(
        choosing({**OF_NOTHING, "Next": "Done"}),
        "/States/Large?/Choices/0",
        {"operator": "NumericGreaterThan"},
    ),
    "a comparison with a path": Flag(
        choosing({"StringEqualsPath": "$.name", "Next": "Done"}), "/States/Large?/Choices/0"
    ),
    "a test of the kind of value": Flag(
        choosing({"IsPresent": False, "Next": "Done"}), "/States/Large?/Choices/0", {"operator": "IsPresent"}
    ),
    "the second of two rules": Flag(
        choosing({**LARGE, "Next": "Done"}, {**OF_NOTHING, "Next": "Done"}), "/States/Large?/Choices/1"
    ),
    "a rule inside And": Flag(
        choosing({"And": [LARGE, OF_NOTHING], "Next": "Done"}), "/States/Large?/Choices/0/And/1"
    ),
    "a Variable only outside of Not": Flag(
        choosing({"Variable": "$.total", "Not": OF_NOTHING, "Next": "Done"}),
        "/States/Large?/Choices/0/Not",
    ),
    "a comparison beside And": Flag(
        choosing({"And": [LARGE], **OF_NOTHING, "Next": "Done"}),
        "/States/Large?/Choices/0",
        {"operator": "NumericGreaterThan"},
    ),
    "inside a Map": Flag(
        in_map(choosing({**OF_NOTHING, "Next": "Done"})),
        "/States/Each/ItemProcessor/States/Large?/Choices/0",
    ),
}

PASSES = {
    "a path into the input": choosing({**LARGE, "Next": "Done"}),
    "a path into the context": choosing({**LARGE, "Variable": "$$.Execution.RedriveCount", "Next": "Done"}),
    "a variable": machine(
        {
            "Count": {"Type": "Pass", "Assign": {"total": 5}, "Next": "Large?"},
            **choosing({**LARGE, "Variable": "$total", "Next": "Done"})["States"],
        }
    ),
    "each rule inside And has its own": choosing({"And": [LARGE, LARGE], "Next": "Done"}),
    "a rule in JSONata": choosing({"Condition": "{% $states.input.paid %}", "Next": "Done"}, build=jsonata),
}

LEAVES = {
    "no comparison at all": ("choice-no-operator", choosing({"Next": "Done"})),
    "a Variable that is no path": ("bad-path", choosing({**LARGE, "Variable": "total", "Next": "Done"})),
    "a comparison in JSONata": (
        "wrong-language-field",
        choosing({**OF_NOTHING, "Next": "Done"}, build=jsonata),
    ),
}

test_flags = flags("choice-no-variable", FLAGS)
test_passes = passes("choice-no-variable", PASSES)
test_leaves = leaves("choice-no-variable", LEAVES)
