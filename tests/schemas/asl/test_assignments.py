"""The variables with a value at each state: along loops, errors, branches and Maps."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest

from schemas import Document, validate

CODE = "variable-not-set"


def read(name: str, **fields) -> dict:
    return {"Type": "Pass", "Output": f"{{% ${name} %}}", **fields}


def assign(next: str, *names: str) -> dict:
    return {"Type": "Pass", "Assign": dict.fromkeys(names, 1), "Next": next}


def reported(start: str, states: dict) -> list[tuple[str, dict]]:
    text = json.dumps({"QueryLanguage": "JSONata", "StartAt": start, "States": states})
    found = validate(Document.parse(text))
    return [(each.pointer, dict(each.params)) for each in found if each.code == CODE]


def test_a_value_is_there_from_the_next_state_on():
    states = {"A": {**read("x"), "Assign": {"x": 1}, "Next": "B"}, "B": read("x", End=True)}
    assert reported("A", states) == [("/States/A/Output", {"name": "x", "never": "x"})]


def test_a_value_that_a_loop_brings_is_there_only_the_second_time():
    states = {
        "A": {"Type": "Pass", "Output": "{% $x %}", "Next": "B"},
        "B": {"Type": "Choice", "Default": "C", "Choices": [{"Condition": True, "Next": "A"}]},
        "C": {"Type": "Succeed"},
    }
    states["B"]["Choices"][0]["Assign"] = {"x": 1}
    assert reported("A", states) == [("/States/A/Output", {"name": "x", "sometimes": "x"})]


def test_a_catcher_assigns_its_own_and_not_the_states():
    task = {"Type": "Task", "Resource": "${Pay}", "Assign": {"paid": True}, "Next": "Done"}
    task["Catch"] = [{"ErrorEquals": ["States.ALL"], "Assign": {"why": 1}, "Next": "Failed"}]
    states = {"Pay": task, "Done": read("paid", End=True), "Failed": read("paid", End=True)}
    assert reported("Pay", states) == [("/States/Failed/Output", {"name": "paid", "never": "paid"})]
    states["Failed"] = read("why", End=True)
    assert reported("Pay", states) == []


@pytest.mark.parametrize(("mode", "wanted"), [("INLINE", 0), ("DISTRIBUTED", 1)])
def test_a_distributed_map_sees_nothing_of_outside(mode, wanted):
    config = {"Mode": mode} | ({"ExecutionType": "STANDARD"} if mode == "DISTRIBUTED" else {})
    inner = {"ProcessorConfig": config, "StartAt": "C", "States": {"C": read("x", End=True)}}
    states = {"A": assign("B", "x"), "B": {"Type": "Map", "ItemProcessor": inner, "End": True}}
    found = reported("A", states)
    assert len(found) == wanted
    assert all(params == {"name": "x", "outer": "x"} for _, params in found)


def test_what_is_assigned_inside_is_not_there_outside():
    branch = {"StartAt": "B", "States": {"B": {"Type": "Pass", "Assign": {"x": 1}, "End": True}}}
    states = {"A": {"Type": "Parallel", "Branches": [branch], "Next": "C"}, "C": read("x", End=True)}
    assert reported("A", states) == [("/States/C/Output", {"name": "x", "never": "x"})]


def test_a_misspelt_variable_is_told_which_it_may_mean():
    states = {"A": assign("B", "total"), "B": read("totla", End=True)}
    params = {"name": "totla", "never": "totla", "nearest": "total"}
    assert reported("A", states) == [("/States/B/Output", params)]


@pytest.mark.parametrize("text", ["{% $exists($x) ? $x : 0 %}", "{% $string ~> $uppercase %}"])
def test_what_may_be_missing_and_functions_are_let_be(text):
    assert reported("A", {"A": {"Type": "Pass", "Output": text, "End": True}}) == []


def test_a_substitution_for_what_follows_leaves_it_open():
    states = {"A": {"Type": "Pass", "Next": "${After}"}, "B": read("x", End=True)}
    text = json.dumps({"QueryLanguage": "JSONata", "StartAt": "A", "States": states})
    assert validate(Document.parse(text)) == []


def test_thousands_of_variables_are_followed_in_a_moment():
    names = [f"v{index}" for index in range(3_000)]
    states = {name: assign(following, name) for name, following in pairwise(names)}
    states[names[-1]] = read(names[0], End=True)
    assert reported(names[0], states) == []
