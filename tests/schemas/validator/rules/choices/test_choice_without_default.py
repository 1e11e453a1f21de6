"""A Choice has no Default, and its rules do not cover every case."""

from __future__ import annotations

from rule_cases import DONE, Express, Flag, choice, flags, in_branch, in_map, jsonata, leaves, machine, passes

CARD = {"Variable": "$.method", "StringEquals": "card", "Next": "Done"}
PAID = {"Variable": "$.paid", "BooleanEquals": True, "Next": "Done"}


def choosing(*rules, build=machine, **fields):
    return build({"Method?": choice(*rules, **fields), "Done": DONE})


FLAGS = {
    "one rule": Flag(choosing(CARD), "/States/Method?", {"state": "Method?"}),
    "two values of a text": Flag(choosing(CARD, {**CARD, "StringEquals": "cash"}), "/States/Method?"),
    "only the yes": Flag(choosing(PAID), "/States/Method?"),
    "the yes twice": Flag(choosing(PAID, PAID), "/States/Method?"),
    "the yes of one thing and the no of another": Flag(
        choosing(PAID, {**PAID, "Variable": "$.shipped", "BooleanEquals": False}), "/States/Method?"
    ),
    "the yes of one question and the no of another": Flag(
        choosing(PAID, {"Variable": "$.paid", "IsPresent": False, "Next": "Done"}), "/States/Method?"
    ),
    "the yes and the no of no value": Flag(
        choosing({"IsPresent": True, "Next": "Done"}, {"IsPresent": False, "Next": "Done"}), "/States/Method?"
    ),
    "a condition in JSONata": Flag(
        choosing({"Condition": "{% $states.input.paid %}", "Next": "Done"}, build=jsonata), "/States/Method?"
    ),
    "a condition that never holds": Flag(
        choosing({"Condition": False, "Next": "Done"}, build=jsonata), "/States/Method?"
    ),
    "an Express machine": Flag(Express(choosing(CARD)), "/States/Method?"),
    "inside a Map": Flag(in_map(choosing(CARD)), "/States/Each/ItemProcessor/States/Method?"),
    "inside a branch": Flag(in_branch(choosing(CARD)), "/States/Both/Branches/1/States/Method?"),
}

YES_OR_NO = ("BooleanEquals", "IsPresent", "IsNull", "IsString", "IsNumeric", "IsBoolean", "IsTimestamp")
PASSES = {
    "a Default": choosing(CARD, Default="Done"),
    "a Default that is a substitution": choosing(CARD, Default="${Next}"),
    "a condition that always holds": choosing({"Condition": True, "Next": "Done"}, build=jsonata),
    "an expression that always holds": choosing({"Condition": "{% true %}", "Next": "Done"}, build=jsonata),
    **{
        f"the yes and the no of {operator}": choosing(
            *({"Variable": "$.paid", operator: answer, "Next": "Done"} for answer in (False, True))
        )
        for operator in YES_OR_NO
    },
    "the yes and the no among others": choosing(PAID, CARD, {**PAID, "BooleanEquals": False}),
}

LEAVES = {
    "no rule at all": ("empty", choosing()),
    "rules that are no list": ("not-a-list", machine({"Method?": {"Type": "Choice", "Choices": CARD}})),
    "a Default that names no state": ("missing-target", choosing(CARD, Default="Refund")),
}

test_flags = flags("choice-without-default", FLAGS)
test_passes = passes("choice-without-default", PASSES)
test_leaves = leaves("choice-without-default", LEAVES)
