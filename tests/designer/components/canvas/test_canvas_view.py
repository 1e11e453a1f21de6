"""The view that the canvas gets of a workflow."""

from __future__ import annotations

import json
from typing import Any

import pytest

from designer.components.canvas.view import view
from designer.protocol.canvas import View
from exporters.scene.resource import Resource, resource_of
from schemas import Document, validate
from schemas.core.diagnostic import Language
from schemas.sidecar.workflow import Workflow


def shown(definition: dict[str, Any], language: Language = "en") -> View:
    document = Document.parse(json.dumps(definition), "json")
    return view(Workflow("w", document), validate(document), language)


def machine(**states: dict[str, Any]) -> dict[str, Any]:
    return {"StartAt": next(iter(states)), "States": states}


PASS = {"Type": "Pass", "End": True}
NESTED = machine(
    Both={"Type": "Parallel", "Branches": [machine(Left=PASS), machine(Right=PASS)], "Next": "Each"},
    Each={"Type": "Map", "ItemProcessor": machine(One=PASS), "End": True},
)


def test_states_stand_in_their_branch_or_map() -> None:
    found = shown(NESTED)
    parents = {node.name: found.nodes.get(node.parent) for node in found.nodes.values() if node.name}
    left, right, one = parents["Left"], parents["Right"], parents["One"]
    assert left and right and one
    assert (left.type, right.type, one.name) == ("Branch", "Branch", "Each")
    assert left.parent == right.parent and left.id.endswith("/0") and right.id.endswith("/1")


def test_what_is_inside_stands_within_what_is_around() -> None:
    found = shown(NESTED).nodes
    for node in found.values():
        around = found.get(node.parent)
        if around:
            assert node.x >= 0 and node.x + node.width <= around.width
            assert node.y >= 0 and node.y + node.height <= around.height


def test_every_scope_has_its_start_arrow() -> None:
    starts = [edge for edge in shown(NESTED).edges.values() if edge.kind == "start"]
    assert len(starts) == 4
    assert all(edge.id == f"{edge.source}:start:" for edge in starts)


def test_problem_stands_on_the_innermost_state() -> None:
    found = shown(machine(Each={"Type": "Map", "ItemProcessor": machine(One={"Type": "Pass"}), "End": True}))
    bad = [node.name for node in found.nodes.values() if any(p.severity == "error" for p in node.markers)]
    assert bad == ["One"]


def test_problem_of_a_rule_stands_on_its_arrow() -> None:
    rule = {"Variable": "$.a", "NumericEquals": "one", "Next": "Done"}
    found = shown(machine(Ask={"Type": "Choice", "Choices": [rule]}, Done={"Type": "Succeed"}))
    assert [edge.kind for edge in found.edges.values() if edge.markers] == ["choice"]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_problem_speaks_the_language_of_the_screen(language: Language) -> None:
    found = shown(machine(Alone={"Type": "Pass"}), language)
    document = Document.parse(json.dumps(machine(Alone={"Type": "Pass"})), "json")
    messages = {marker.message for node in found.nodes.values() for marker in node.markers}
    assert messages and messages <= {diagnostic.message(language) for diagnostic in validate(document)}


def test_state_of_an_unknown_type_is_shown() -> None:
    assert [node.type for node in shown(machine(Odd={"Type": "Oddity"})).nodes.values()] == ["Unknown"]


def test_text_that_cannot_be_read_shows_nothing() -> None:
    found = view(Workflow("w", Document.parse("{", "json")), [], "en")
    assert not found.nodes and not found.edges


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            {"Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "${Pay}"}},
            Resource("lambda", "Lambda Pay"),
        ),
        (
            {
                "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken",
                "Arguments": {"FunctionName": "arn:aws:lambda:eu-west-1:123456789012:function:pay:live"},
            },
            Resource("lambda", "Lambda pay"),
        ),
        (
            {"Resource": "arn:aws:states:::dynamodb:updateItem"},
            Resource("dynamodb", "DynamoDB updateItem"),
        ),
        (
            {"Resource": "arn:aws-cn:states:::states:startExecution.sync:2"},
            Resource("states", "Step Functions startExecution.sync"),
        ),
        ({"Resource": "arn:aws:states:::aws-sdk:s3:putObject"}, Resource("s3", "S3 putObject")),
        (
            {"Resource": "arn:aws:lambda:us-east-1:123456789012:function:pay"},
            Resource("lambda", "Lambda pay"),
        ),
        (
            {"Resource": "arn:aws:states:us-east-1:123456789012:activity:sign"},
            Resource("activity", "sign"),
        ),
        ({"Resource": "${PayArn}"}, Resource("", "PayArn")),
        ({"Resource": 3}, Resource("", "")),
        ({}, Resource("", "")),
    ],
)
def test_resource_in_a_word_or_two(fields: dict[str, Any], expected: Resource) -> None:
    assert resource_of(fields) == expected
