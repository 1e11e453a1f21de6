"""The expressions of a state, and the variables and context fields that they read."""

from __future__ import annotations

import pytest

from schemas.asl.expressions.computed import computed_values, context_members, variables
from schemas.asl.expressions.context import first_unknown
from schemas.asl.expressions.formatted_values import FormattedValue
from schemas.asl.walk import State, states


def state(**fields) -> State:
    (found,) = states({"StartAt": "A", "States": {"A": fields}})
    return found


def texts(found: State) -> list[str]:
    return [str(place.value) for place in computed_values(found)]


def test_jsonpath_computes_what_is_marked():
    fields = {
        "Type": "Task",
        "Resource": "$.resource",
        "Comment": "$.comment",
        "InputPath": "$.order",
        "TimeoutSecondsPath": "$timeout",
        "Parameters": {"a.$": "$.a", "b": "$.b", "InputPath": "$.c", "list": [{"d.$": "States.UUID()"}]},
    }
    assert texts(state(**fields)) == ["$.order", "$timeout", "$.a", "States.UUID()"]


def test_jsonata_computes_what_stands_in_its_brackets():
    fields = {
        "Type": "Pass",
        "QueryLanguage": "JSONata",
        "Comment": "{% 1 %}",
        "Output": {"a": "{% 2 %}", "b": "$.b", "c": ["{% 3 %}"]},
    }
    assert texts(state(**fields)) == ["{% 2 %}", "{% 3 %}"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("$total", {"total"}),
        ("$order.lines[0]", {"order"}),
        ("$.order", set()),
        ("$$.Execution.Id", set()),
        ("States.Format('{} $literal', $total, States.ArrayLength($lines))", {"total", "lines"}),
        ("{% $total + $states.input.tax %}", {"total"}),
        ("{% $exists($coupon) ? $coupon : 0 %}", set()),
        ("{% $total + %}", set()),
        ("{% $total & '${Suffix}' %}", set()),
        (5, set()),
    ],
)
def test_the_variables_that_are_read(text, wanted):
    assert variables(FormattedValue((), text, "")) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("$$.Execution.Id", [("Execution", "Id")]),
        ("$$['State'].Name", [("State", "Name")]),
        ("$$", [()]),
        ("States.Format('{}', $$.Task.Token)", [("Task", "Token")]),
        ("{% $states.context.Map.Item.Value.id %}", [("Map", "Item", "Value", "id")]),
        ("$.a", []),
    ],
)
def test_what_is_read_of_the_context(text, wanted):
    assert list(context_members(FormattedValue((), text, ""))) == wanted


@pytest.mark.parametrize(
    ("names", "wanted"),
    [
        (("Execution", "Id"), None),
        (("Execution", "Input", "anything", "at", "all"), None),
        (("Map", "Item", "Value", "id"), None),
        ((), None),
        (("execution", "Id"), ("execution", "Execution")),
        (("Execution", "Region"), ("Region", None)),
        (("State", "Name", "First"), ("First", None)),
    ],
)
def test_what_the_context_does_not_have(names, wanted):
    assert first_unknown(names) == wanted
