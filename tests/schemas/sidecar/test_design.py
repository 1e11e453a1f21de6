from __future__ import annotations

import json

import pytest

from schemas import Document
from schemas.core.edits import Set
from schemas.sidecar.deployment import Deployment, Logging, Parameter, Resource, Value
from schemas.sidecar.design import Design, Point, Sample, StateDesign, is_uid


def design(value):
    return Design(Document.parse(json.dumps(value), "json"))


def test_an_empty_sidecar_has_the_defaults():
    empty = Design.empty()
    assert (empty.type, empty.title, empty.description, empty.states, empty.samples) == (
        "STANDARD",
        "",
        "",
        {},
        {},
    )
    assert empty.deployment == Deployment(
        service="",
        region="ap-northeast-1",
        tracing=True,
        logging=Logging("ERROR", include_execution_data=False),
    )


def test_what_is_said_of_a_state():
    entry = {
        "name": "A",
        "scope": "m",
        "position": {"x": 1, "y": -2.5},
        "businessName": "受付",
        "note": "n",
        "owner": "o",
    }
    assert design({"states": {"u": entry}}).states == {
        "u": StateDesign("A", "m", Point(1, -2.5), "受付", "n", "o")
    }


def test_an_entry_whose_name_is_no_uid_is_left_out():
    assert design({"states": {"a:b": {"name": "A"}, "": {"name": "B"}}}).states == {}


def test_the_deployment_settings():
    read = design(
        {
            "deployment": {
                "service": "checkout",
                "region": "us-east-1",
                "substitutions": {
                    "A": {"parameter": "TableName", "default": "cart"},
                    "B": {"resource": "Cart", "attribute": "Arn"},
                    "C": {"value": {"Fn::ImportValue": "x"}},
                    "D": {"value": None},
                    "E": {},
                    "F": "text",
                },
                "tracing": False,
                "logging": {"level": "ALL", "includeExecutionData": True},
                "environment": {"STAGE": "dev", "N": 1},
                "tags": {"team": "shop"},
            }
        }
    ).deployment
    assert read == Deployment(
        "checkout",
        "us-east-1",
        substitutions={
            "A": Parameter("TableName", "cart"),
            "B": Resource("Cart", "Arn"),
            "C": Value({"Fn::ImportValue": "x"}),
            "D": Value(None),
        },
        tracing=False,
        logging=Logging("ALL", True),
        environment={"STAGE": "dev"},
        tags={"team": "shop"},
    )


def test_samples_are_inline_or_files():
    read = design({"samples": {"a": {"input": {"x": 1}}, "b": {"file": "inputs/b.json", "description": "d"}}})
    assert read.samples == {"a": Sample({"x": 1}), "b": Sample(None, "inputs/b.json", "d")}


@pytest.mark.parametrize(
    "hostile",
    [
        None,
        [],
        {"type": 5, "title": [], "states": [], "deployment": "x", "samples": 5},
        {
            "states": {"u": None, "v": {"name": [], "position": {"x": "1", "y": 2}}},
            "deployment": {"logging": 1},
        },
        {
            "states": {"u": {"position": {"x": 1e308, "y": 0}}, "v": {"position": {"x": 0, "y": 10**400}}},
            "deployment": {"substitutions": [], "region": ""},
        },
        {"states": {"u": {"position": {"x": True, "y": 0}}}, "deployment": {"logging": {"level": "LOUD"}}},
    ],
)
def test_a_malformed_sidecar_is_read_as_if_it_said_nothing(hostile):
    read = design(hostile)
    assert (read.type, read.title, read.samples, read.deployment) == ("STANDARD", "", {}, Deployment())
    assert all(state.position is None and state.name == "" for state in read.states.values())


def test_a_broken_sidecar_is_read_as_if_it_said_nothing():
    read = Design(Document.parse("{", "json"))
    assert (read.type, read.states, read.deployment) == ("STANDARD", {}, Deployment())


def test_unknown_fields_survive_an_edit():
    text = '{"version": 1, "mine": {"a": [1]}, "title": "x"}'
    after = Document.parse(text, "json").apply(Set(("title",), "y")).document
    assert after.text == text.replace('"x"', '"y"')


@pytest.mark.parametrize(
    "text, good", [("a", True), ("A-9_z", True), ("", False), ("a/0", False), ("a\n", False)]
)
def test_uids(text, good):
    assert is_uid(text) is good
