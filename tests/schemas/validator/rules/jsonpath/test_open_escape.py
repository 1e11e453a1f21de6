"""A backslash in a StringMatches pattern escapes nothing."""

from __future__ import annotations

from typing import Any

from rule_cases import DONE, Definition, Flag, choice, flags, in_branch, machine, passes


def rule(**fields: Any) -> Definition:
    """A machine of one Choice with that rule."""
    return machine({"File?": choice({**fields, "Next": "Done"}, Default="Done"), "Done": DONE})


def matches(pattern: str) -> Definition:
    """A machine of one Choice that compares $.file with `pattern`."""
    return rule(Variable="$.file", StringMatches=pattern)


AT = "/States/File?/Choices/0/StringMatches"

FLAGS = {
    "a backslash before a letter": Flag(matches(r"C:\orders\*"), AT, {"value": r"C:\orders\*"}),
    "a backslash before a dot": Flag(matches(r"order\.csv"), AT),
    "a backslash before a question mark": Flag(matches(r"order\?"), AT),
    "a backslash at the end": Flag(matches("orders\\"), AT),
    "an odd number of backslashes at the end": Flag(matches("orders" + "\\" * 3), AT),
    "a nested rule": Flag(
        rule(Or=[{"Variable": "$.a", "IsPresent": True}, {"Variable": "$.file", "StringMatches": r"\d"}]),
        "/States/File?/Choices/0/Or/1/StringMatches",
    ),
    "a Choice in a branch": Flag(
        in_branch(matches(r"\n")), "/States/Both/Branches/1/States/File?/Choices/0/StringMatches"
    ),
}

PASSES = {
    "an escaped backslash": matches(r"C:\\orders\\*"),
    "an escaped star": matches(r"2 \* 3"),
    "a star that stands for anything": matches("order-*.csv"),
    "an even number of backslashes at the end": matches("orders" + "\\" * 4),
    "an empty pattern": matches(""),
    "a line break": matches("a\nb"),
    "a substitution": matches(r"${Folder}\d"),
    "a backslash in another comparison": rule(Variable="$.file", StringEquals=r"C:\orders"),
}

test_flags = flags("open-escape", FLAGS)
test_passes = passes("open-escape", PASSES)
