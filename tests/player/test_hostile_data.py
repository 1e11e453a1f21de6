"""Paths, expressions and data of strangers end an execution at worst; nothing of them stops the player."""

from __future__ import annotations

import pytest

from player import Execution

LARGE = 10**400


def ended(state: dict, input: object) -> tuple[str, str | None]:
    """The status and the error of a run of one state."""
    flow = {"StartAt": "A", "States": {"A": state, "B": {"Type": "Pass", "End": True}}}
    execution = Execution(flow, input).run()
    return execution.status, execution.error


@pytest.mark.parametrize(
    "path",
    [
        "$.a[?(~)]",
        "$.a[?(@[abc] == 1)]",
        "$.a[?(@ =~ /*/)]",
        "$.a[0:1:0]",
        "$.a[?(@ in " + "[" * 6000 + "])]",
        "$.a[?(" + "!" * 6000 + "@)]",
        "$.a.avg()",
    ],
)
@pytest.mark.parametrize(
    "fields",
    [
        {"Type": "Choice", "Choices": [{"Variable": "", "IsNull": True, "Next": "B"}], "Default": "B"},
        {"Type": "Choice", "Choices": [{"Variable": "", "IsPresent": True, "Next": "B"}], "Default": "B"},
        {"Type": "Wait", "SecondsPath": "", "Next": "B"},
        {"Type": "Pass", "InputPath": "", "Next": "B"},
        {"Type": "Pass", "Parameters": {"x.$": ""}, "Next": "B"},
    ],
    ids=lambda fields: " ".join(fields),
)
def test_a_path_that_cannot_be_followed(fields, path):
    assert ended(_with(fields, path), {"a": [LARGE]}) == ("FAILED", "States.Runtime")


def _with(value: object, path: str) -> object:
    """`value` with `path` in each empty text."""
    if isinstance(value, dict):
        return {key: _with(item, path) for key, item in value.items()}
    if isinstance(value, list):
        return [_with(item, path) for item in value]
    return path if value == "" else value


@pytest.mark.parametrize("number", [LARGE, float("inf"), float("nan")], ids=["large", "inf", "nan"])
def test_a_timeout_that_is_no_time(number):
    task = {
        "Type": "Task",
        "Resource": "arn:aws:states:::sns:publish",
        "TimeoutSecondsPath": "$",
        "End": True,
    }
    assert ended(task, number) == ("FAILED", "States.Runtime")


def test_a_wait_without_an_end():
    assert ended({"Type": "Wait", "SecondsPath": "$", "End": True}, LARGE) == ("FAILED", "States.Runtime")


@pytest.mark.parametrize("call", ["MathRandom($, 3)", "MathAdd($, 1)", "ArrayRange($, 1, 1)"])
def test_a_function_of_what_is_no_number(call):
    state = {"Type": "Pass", "Parameters": {"x.$": f"States.{call}"}, "End": True}
    assert ended(state, "many") == ("FAILED", "States.IntrinsicFailure")
