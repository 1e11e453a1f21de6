"""A value looks like a path or a call, but its field takes plain text."""

from __future__ import annotations

from typing import Any

from rule_cases import (
    DONE,
    Definition,
    Flag,
    alone,
    choice,
    flags,
    in_map,
    jsonata,
    leaves,
    machine,
    passes,
)


def fail(**fields: Any) -> Definition:
    """A machine of one Fail."""
    return alone({"Type": "Fail", **fields})


def compares(**rule: Any) -> Definition:
    """A machine of one Choice with that rule."""
    return machine({"Paid?": choice({**rule, "Next": "Done"}, Default="Done"), "Done": DONE})


FLAGS = {
    "an Error": Flag(
        fail(Error="$.error"),
        "/States/A/Error",
        {"field": "Error", "twin": "ErrorPath", "value": "$.error"},
        unsafe_fix=fail(ErrorPath="$.error"),
    ),
    "a Cause that is a call": Flag(
        fail(Cause="States.Format('{}', $.a)"),
        "/States/A/Cause",
        {"twin": "CausePath"},
        unsafe_fix=fail(CausePath="States.Format('{}', $.a)"),
    ),
    "a Cause beside a CausePath, which has no fix": Flag(
        fail(Cause="$.cause", CausePath="$.cause"), "/States/A/Cause"
    ),
    "a text to compare with": Flag(
        compares(Variable="$.a", StringEquals="$.b"),
        "/States/Paid?/Choices/0/StringEquals",
        {"field": "StringEquals", "twin": "StringEqualsPath"},
        unsafe_fix=compares(Variable="$.a", StringEqualsPath="$.b"),
    ),
    "a text to compare with in a nested rule": Flag(
        compares(Not={"Variable": "$.a", "StringLessThan": "$$.Execution.Name"}),
        "/States/Paid?/Choices/0/Not/StringLessThan",
        unsafe_fix=compares(Not={"Variable": "$.a", "StringLessThanPath": "$$.Execution.Name"}),
    ),
    "a Fail in a Map": Flag(
        in_map(machine({"Refuse": {"Type": "Fail", "Error": "$.error"}})),
        "/States/Each/ItemProcessor/States/Refuse/Error",
        unsafe_fix=in_map(machine({"Refuse": {"Type": "Fail", "ErrorPath": "$.error"}})),
    ),
}

PASSES = {
    "an ErrorPath": fail(ErrorPath="$.error"),
    "an Error in plain text": fail(Error="States.Timeout"),
    "a Cause with a price": fail(Cause="$5 are missing"),
    "a Cause that mentions a path": fail(Cause="no value at $.order.id"),
    "a dollar sign to compare with": compares(Variable="$.currency", StringEquals="$"),
    "a path to compare with": compares(Variable="$.a", StringEqualsPath="$.b"),
    "a pattern, which has no twin": compares(Variable="$.a", StringMatches="$.*"),
    "a Comment": fail(Comment="$.error"),
    "a substitution": fail(Error="${Error}"),
    "a Fail in JSONata": jsonata({"A": {"Type": "Fail", "Error": "$.error"}}),
}

LEAVES = {
    "a number to compare with": ("not-a-string", compares(Variable="$.a", StringEquals=5)),
}

test_flags = flags("no-path", FLAGS)
test_passes = passes("no-path", PASSES, beside={"jsonpath-in-jsonata"})
test_leaves = leaves("no-path", LEAVES)
