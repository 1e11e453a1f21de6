"""A nested choice rule has a Next or an Assign."""

from __future__ import annotations

from rule_cases import DONE, Flag, choice, flags, in_map, jsonata, leaves, machine, passes

NULL = {"Variable": "$.total", "IsNull": True}
TO_DONE = {**NULL, "Next": "Done"}


def choosing(*rules, build=machine):
    return build({"Paid?": choice(*rules, Default="Done"), "Done": DONE})


FLAGS = {
    "a Next inside Not": Flag(
        choosing({"Not": TO_DONE, "Next": "Done"}), "/States/Paid?/Choices/0/Not/Next", {"field": "Next"}
    ),
    "a Next inside the second of And": Flag(
        choosing({"And": [NULL, TO_DONE], "Next": "Done"}), "/States/Paid?/Choices/0/And/1/Next"
    ),
    "an Assign inside Or": Flag(
        choosing({"Or": [{**NULL, "Assign": {"empty": True}}], "Next": "Done"}),
        "/States/Paid?/Choices/0/Or/0/Assign",
        {"field": "Assign"},
    ),
    "both of them": Flag(
        choosing({"Not": {**TO_DONE, "Assign": {"empty": True}}, "Next": "Done"}),
        ("/States/Paid?/Choices/0/Not/Next", "/States/Paid?/Choices/0/Not/Assign"),
    ),
    "two levels deep": Flag(
        choosing({"And": [{"Not": TO_DONE}], "Next": "Done"}), "/States/Paid?/Choices/0/And/0/Not/Next"
    ),
    "on a nested rule that combines others": Flag(
        choosing({"And": [{"Not": NULL, "Next": "Done"}], "Next": "Done"}),
        "/States/Paid?/Choices/0/And/0/Next",
    ),
    "inside a Map": Flag(
        in_map(choosing({"Not": TO_DONE, "Next": "Done"})),
        "/States/Each/ItemProcessor/States/Paid?/Choices/0/Not/Next",
    ),
}

PASSES = {
    "both on the outermost rule": choosing({"Not": NULL, "Next": "Done", "Assign": {"empty": True}}),
    "both on a rule that compares": choosing({**TO_DONE, "Assign": {"empty": True}}),
    "a Comment on a nested rule": choosing({"Not": {**NULL, "Comment": "no total yet"}, "Next": "Done"}),
    "a rule in JSONata": choosing(
        {"Condition": "{% $states.input.paid %}", "Next": "Done", "Assign": {"empty": True}}, build=jsonata
    ),
}

LEAVES = {
    "nested rules in JSONata": (
        "wrong-language-field",
        choosing({"Not": TO_DONE, "Condition": True, "Next": "Done"}, build=jsonata),
    ),
}

test_flags = flags("choice-nested-field", FLAGS)
test_passes = passes("choice-nested-field", PASSES)
test_leaves = leaves("choice-nested-field", LEAVES)
