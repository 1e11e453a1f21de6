"""JSONata runs apart: an expression that never ends or wants too much is stopped, and reaches nothing."""

from __future__ import annotations

import hashlib

import pytest

from player.core.failure import Failure
from player.expressions import jsonata
from player.expressions.jsonata import Query, evaluate

DEEP = "+".join(["1"] * 263)


def value(expression: str, **bindings):
    return evaluate(Query(f"{{% {expression} %}}", "Output", bindings, 7, 1_700_000_000_000))


@pytest.mark.parametrize(
    ("expression", "found"),
    [
        ("$partition([1, 2, 3], 2)", [[1, 2], [3]]),
        ("$range(0, 10, 5)", [0, 5, 10]),
        ("$range(1, 1, 1)", 1),
        ("$hash('parcel', 'MD5')", hashlib.md5(b"parcel", usedforsecurity=False).hexdigest()),
        ("$parse('[1]')", [1]),
        ("$now()", "2023-11-14T22:13:20.000Z"),
        ("$base64decode($base64encode('order'))", "order"),
        ("$states.input.total * 2", 24),
    ],
)
def test_functions_of_the_service(expression, found):
    assert value(expression, states={"input": {"total": 12}}) == found


def test_random_values_come_from_the_seed():
    assert value("[$random(), $uuid()]") == value("[$random(), $uuid()]")
    assert value("$random(2024)") == 0.6184536328301764, "as Java's generator"


@pytest.mark.parametrize(
    ("expression", "cause"),
    [
        ("$gone", "returned nothing (undefined)."),
        ("function($x) { $x }", "returned an unsupported result type."),
        ("$eval('1')", "threw an error during evaluation. T1006: Attempted to invoke a non-function"),
        (DEEP, "Stack overflow error: the expression is nested too deeply"),
    ],
)
def test_a_failure_says_what_the_service_says(expression, cause):
    with pytest.raises(Failure) as failed:
        value(expression)
    assert failed.value.error == "States.QueryEvaluationError"
    assert str(failed.value.cause).endswith(cause)
    assert failed.value.location == "Output"


@pytest.mark.parametrize(
    "expression",
    [
        "($forever := function($n) { $forever($n + 1) }; $forever(0))",
        "$pad('x', 3000000000)",
        "$string([1..9999999]) & $string([1..9999999])",
        "$replace('" + "a" * 40 + "!', /(a+)+$/, '')",
    ],
)
def test_hostile_expressions_are_stopped_and_the_next_one_runs(expression, monkeypatch):
    monkeypatch.setattr(jsonata, "MOST_SECONDS", 0.5)
    with pytest.raises(Failure) as failed:
        value(expression)
    assert failed.value.error == "States.QueryEvaluationError"
    monkeypatch.undo()
    assert value("1 + 1") == 2


@pytest.mark.parametrize(
    "name", ["process", "require", "globalThis", "os", "std", "constructor", "__proto__"]
)
def test_nothing_of_the_host_is_reachable(name):
    with pytest.raises(Failure):
        value(f"${name}")
    with pytest.raises(Failure):
        value(f"$states.{name}", states={"input": 1})
