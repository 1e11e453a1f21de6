from __future__ import annotations

import json

import pytest
from corpus import definitions, needs_corpus

from schemas.asl.graph import ends, graph

PASS = {"Type": "Pass", "End": True}


def arrows(definition):
    edges = []
    for edge in graph(definition).edges:
        source = "" if edge.kind == "start" else edge.source.name
        edges.append((source, edge.kind, edge.index, edge.name, edge.target is not None))
    return edges


def test_every_kind_of_arrow():
    definition = {
        "StartAt": "C",
        "States": {
            "C": {
                "Type": "Choice",
                "Choices": [{"Next": "T"}, {"Not": {"Variable": "$"}, "Next": "P"}],
                "Default": "P",
            },
            "T": {"Type": "Task", "Next": "P", "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "P"}]},
            "P": PASS,
        },
    }
    assert arrows(definition) == [
        ("", "start", None, "C", True),
        ("C", "choice", 0, "T", True),
        ("C", "choice", 1, "P", True),
        ("C", "default", None, "P", True),
        ("T", "next", None, "P", True),
        ("T", "catch", 0, "P", True),
    ]


def test_the_path_of_an_arrow_leads_to_the_name_in_the_text():
    definition = {"StartAt": "A", "States": {"A": {"Type": "Task", "Catch": [{}, {"Next": "A"}]}}}
    assert [edge.path for edge in graph(definition).edges] == [
        ("StartAt",),
        ("States", "A", "Catch", 1, "Next"),
    ]


def test_an_arrow_into_nowhere_is_kept_with_its_name():
    assert arrows({"States": {"A": {"Type": "Pass", "Next": "Gone"}}}) == [("A", "next", None, "Gone", False)]


def test_an_arrow_does_not_leave_its_scope():
    inner = {"StartAt": "B", "States": {"B": {"Type": "Pass", "Next": "M"}}}
    definition = {"States": {"M": {"Type": "Map", "ItemProcessor": inner, "Next": "B"}}}
    assert arrows(definition) == [
        ("M", "next", None, "B", False),
        ("", "start", None, "B", True),
        ("B", "next", None, "M", False),
    ]


@pytest.mark.parametrize("type_", ["Succeed", "Fail"])
def test_what_a_type_cannot_have_is_not_drawn(type_):
    assert arrows({"States": {"A": {"Type": type_, "Next": "A", "Catch": [{"Next": "A"}]}}}) == []


@pytest.mark.parametrize("type_", [None, 5, "Loop"])
def test_a_state_of_no_known_type_shows_all_its_arrows(type_):
    state = {"Type": type_, "Next": "A", "Choices": [{"Next": "A"}], "Default": "A", "Catch": [{"Next": "A"}]}
    kinds = [edge.kind for edge in graph({"States": {"A": state}}).edges]
    assert kinds == ["next", "choice", "default", "catch"]


@pytest.mark.parametrize(
    "definition",
    [
        None,
        [],
        "x",
        {},
        {"States": []},
        {"StartAt": 5, "States": {"A": None, "B": {"Type": "Choice", "Choices": {"Next": "A"}}}},
        {"States": {"P": {"Type": "Parallel", "Branches": [None, {"States": 1}]}}},
        {"States": {"M": {"Type": "Map", "ItemProcessor": []}}},
        {"States": {"A": {"Type": "Task", "Next": ["A"], "Catch": [None, {"Next": 1}]}}},
    ],
)
def test_an_unfinished_definition_is_read_as_far_as_it_goes(definition):
    assert arrows(definition) == []


@pytest.mark.parametrize(
    "fields, ending",
    [({"Type": "Succeed"}, True), ({"Type": "Fail"}, True), (PASS, True), ({"Type": "Pass"}, False)],
)
def test_ends(fields, ending):
    (state,) = graph({"States": {"A": fields}}).states
    assert ends(state) is ending


@needs_corpus
def test_every_real_definition_is_read():
    for path in definitions():
        try:
            definition = json.loads(path.read_text("utf-8"))
        except ValueError:
            continue
        found = graph(definition)
        assert all(edge.path[-1] in ("StartAt", "Next", "Default") for edge in found.edges)
        paths = {state.path for state in found.states}
        assert len(paths) == len(found.states)
        assert all(edge.target.path in paths for edge in found.edges if edge.target)
