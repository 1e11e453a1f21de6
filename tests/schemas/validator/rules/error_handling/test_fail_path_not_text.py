"""The error or cause of a Fail is computed by a function that does not return a string."""

from __future__ import annotations

from rule_cases import Express, Flag, alone, flags, in_branch, in_map, leaves, passes, state

from schemas.validator.rules.error_handling.fail_path_not_text import RETURNING_STRINGS


def failing(**fields):
    return alone({"Type": "Fail", **fields})


ARRAY = "States.Array($.reason)"
FLAGS = {
    "a list as the cause": Flag(
        failing(CausePath=ARRAY), "/States/A/CausePath", {"field": "CausePath", "function": "Array"}
    ),
    "a number as the error": Flag(
        failing(ErrorPath="States.MathAdd($.code, 1)"),
        "/States/A/ErrorPath",
        {"field": "ErrorPath", "function": "MathAdd"},
    ),
    "both": Flag(failing(ErrorPath=ARRAY, CausePath=ARRAY), ("/States/A/ErrorPath", "/States/A/CausePath")),
    "anything from JSON": Flag(failing(CausePath="States.StringToJson($.Cause)"), "/States/A/CausePath"),
    "texts in a list": Flag(failing(CausePath="States.StringSplit($.a, ',')"), "/States/A/CausePath"),
    "a list around a text": Flag(
        failing(CausePath="States.Array(States.Format('{}', $.reason))"), "/States/A/CausePath"
    ),
    "an Express machine": Flag(Express(failing(CausePath=ARRAY)), "/States/A/CausePath"),
    "inside a Map": Flag(in_map(failing(CausePath=ARRAY)), "/States/Each/ItemProcessor/States/A/CausePath"),
    "inside a branch": Flag(
        in_branch(failing(CausePath=ARRAY)), "/States/Both/Branches/1/States/A/CausePath"
    ),
}

CALLS = {
    "Format": "States.Format('{}', $.reason)",
    "JsonToString": "States.JsonToString($.reason)",
    "ArrayGetItem": "States.ArrayGetItem($.reasons, 0)",
    "Base64Encode": "States.Base64Encode($.reason)",
    "Base64Decode": "States.Base64Decode($.reason)",
    "Hash": "States.Hash($.reason, 'SHA-256')",
    "UUID": "States.UUID()",
}
PASSES = {
    **{f"States.{name}": failing(ErrorPath=call, CausePath=call) for name, call in CALLS.items()},
    "a path": failing(CausePath="$.reason"),
    "a path into the context": failing(CausePath="$$.Execution.Name"),
    "a text around a list": failing(CausePath=f"States.JsonToString({ARRAY})"),
    "a fixed text that looks like a call": failing(Cause=ARRAY),
    "a list in a Pass": alone(state("Pass", Parameters={"reasons.$": ARRAY})),
}

LEAVES = {
    "a function that does not exist": ("bad-path-or-intrinsic", failing(CausePath="States.Text($.reason)")),
}

test_flags = flags("fail-path-not-text", FLAGS)
test_passes = passes("fail-path-not-text", PASSES, beside={"no-path"})
test_leaves = leaves("fail-path-not-text", LEAVES)


def test_each_function_that_gives_text_has_a_case():
    assert CALLS.keys() == set(RETURNING_STRINGS)
