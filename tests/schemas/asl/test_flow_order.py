"""The order in which the states of a flow are told."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from schemas.asl.flow_order import flow_order
from schemas.asl.graph import graph


def told(states: dict[str, Any], start: str = "A") -> str:
    """The names in their order, each indented by its depth."""
    found = flow_order(graph({"StartAt": start, "States": states}))
    return " ".join("·" * depth + state.name for state, depth in found)


def choice(*targets: str, default: str) -> dict[str, Any]:
    return {"Type": "Choice", "Choices": [{"Next": target} for target in targets], "Default": default}


def test_the_usual_way_comes_first_and_errors_last() -> None:
    states = {
        "Sorry": {"Type": "Fail"},
        "Z": {"Type": "Succeed"},
        "B": choice("C", "D", default="E"),
        "A": {"Type": "Task", "Next": "B", "Catch": [{"Next": "Sorry"}]},
        "C": {"Type": "Pass", "Next": "Z"},
        "D": {"Type": "Pass", "Next": "Z"},
        "E": {"Type": "Pass", "Next": "Z"},
        "Lonely": {"Type": "Pass", "End": True},
    }
    assert told(states) == "A B C D E Z Sorry Lonely"


def test_what_is_in_a_container_follows_it() -> None:
    inner = {"StartAt": "Y", "States": {"X": {"Type": "Pass"}, "Y": {"Type": "Pass", "Next": "X"}}}
    other = {"StartAt": "V", "States": {"V": {"Type": "Pass"}}}
    states = {
        "A": {"Type": "Parallel", "Branches": [inner, other], "Next": "B"},
        "B": {"Type": "Map", "ItemProcessor": {"StartAt": "M", "States": {"M": {"Type": "Pass"}}}},
    }
    assert told(states) == "A ·Y ·X ·V B ·M"


def test_a_loop_is_told_once() -> None:
    states = {"A": {"Type": "Wait", "Next": "B"}, "B": choice("A", default="C"), "C": {"Type": "Succeed"}}
    assert told(states) == "A B C"


@given(st.dictionaries(st.sampled_from("ABCDEF"), st.sampled_from("ABCDEFG"), min_size=1))
def test_every_state_is_told_once(ways: dict[str, str]) -> None:
    states = {name: {"Type": "Pass", "Next": target} for name, target in ways.items()}
    text = json.loads(json.dumps({"StartAt": "A", "States": states}))
    found = [state.name for state, _ in flow_order(graph(text))]
    assert sorted(found) == sorted(states)
