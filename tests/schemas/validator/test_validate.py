"""The entry point of the validator: diagnostics, their positions and their order."""

from __future__ import annotations

import json
import textwrap

import pytest

from schemas import Document, validate
from schemas.sidecar.design import Design

APPROVAL = {
    "StartAt": "承認",
    "States": {
        "承認": {
            "Type": "Task",
            "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
            "Parameters": {"QueueUrl": "${Queue}", "MessageBody": {"token.$": "$$.Task.Token"}},
            "TimeoutSeconds": 60,
            "End": True,
        }
    },
}


def reported(text: str, **options) -> list[tuple[str, int, int]]:
    return [(found.code, found.line, found.column) for found in validate(Document.parse(text), **options)]


def machine(start: str, **states: dict) -> str:
    return json.dumps({"StartAt": start, "States": states}, ensure_ascii=False)


def codes(text: str, **options) -> list[str]:
    return [code for code, _, _ in reported(text, **options)]


def test_a_valid_machine_is_told_nothing():
    assert reported(machine("A", A={"Type": "Succeed"})) == []


def test_broken_text_is_told_once_at_its_place():
    (found,) = validate(Document.parse('{\n  "StartAt": "A",\n  "States": {"A": }\n}'))
    assert found.severity == "error"
    assert (found.line, found.column) == (3, 19)


def test_findings_come_in_the_order_of_the_text_at_the_value_or_the_key():
    text = textwrap.dedent("""\
        {
          "StartAt": "A",
          "States": {
            "A": {"Type": "Pass", "Next": "決済"},
            "B": {"Type": "Pass", "Rezult": 1, "End": true}
          }
        }
        """)
    assert reported(text) == [
        ("missing-target", 4, 35),
        ("unreachable-state", 5, 5),
        ("unknown-field", 5, 27),
    ]


def test_yaml_is_judged_where_it_stands():
    text = "StartAt: 承認\nStates:\n  承認:\n    Type: Pass\n    Next: 決済\n"
    found = validate(Document.parse(text, "yaml"))
    assert [(each.code, each.line, each.column) for each in found] == [
        ("missing-end", 2, 1),
        ("missing-target", 5, 11),
    ]


@pytest.mark.parametrize("value", [None, True, 5, "text", [], [{}]])
def test_what_is_no_object_is_no_machine(value):
    assert codes(json.dumps(value)) == ["whole-not-an-object"]


def test_an_empty_machine_is_told_what_it_needs():
    found = validate(Document.parse("{}"))
    assert [(each.code, each.params["field"]) for each in found] == [
        ("missing-field", "StartAt"),
        ("missing-field", "States"),
    ]


def test_the_type_decides_what_may_wait():
    text = json.dumps(APPROVAL)
    assert codes(text) == []
    assert codes(text, type="EXPRESS") == ["express-unsupported"]


@pytest.mark.parametrize("field", ["ItemProcessor", "Iterator"])
def test_a_distributed_map_is_refused_in_an_express_machine(field):
    processor = {
        "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS"},
        "StartAt": "B",
        "States": {"B": {"Type": "Pass", "End": True}},
    }
    text = machine("A", A={"Type": "Map", field: processor, "End": True})
    (found,) = validate(Document.parse(text), type="EXPRESS")
    assert found.code == "express-unsupported"
    assert found.path == ("States", "A", field, "ProcessorConfig", "Mode")


def test_the_sidecar_names_the_type_where_none_is_given():
    express = Design(Document.parse('{"version": 1, "type": "EXPRESS"}', "json"))
    text = json.dumps(APPROVAL)
    assert codes(text, design=express) == ["express-unsupported"]
    assert codes(text, design=express, type="STANDARD") == []


def test_a_misspelt_start_does_not_make_every_state_unreachable():
    text = machine("check stock", CheckStock={"Type": "Pass", "Next": "Done"}, Done={"Type": "Succeed"})
    assert codes(text) == ["missing-start"]


def test_a_misspelt_target_does_not_make_it_unreachable():
    text = machine("A", A={"Type": "Pass", "Next": "Chekout"}, Checkout={"Type": "Succeed"})
    (found,) = validate(Document.parse(text))
    assert found.code == "missing-target"
    fixed = Document.parse(text).apply(*found.fix.edits).document
    assert validate(fixed) == []


def test_a_target_in_another_scope_is_missing():
    branch = {"StartAt": "B", "States": {"B": {"Type": "Pass", "Next": "Done"}}}
    text = machine(
        "A", A={"Type": "Parallel", "Branches": [branch], "Next": "Done"}, Done={"Type": "Succeed"}
    )
    assert codes(text) == ["missing-target"]


def test_a_loop_inside_a_map_is_accepted_with_a_warning():
    inner = {
        "StartAt": "B",
        "States": {"B": {"Type": "Pass", "Next": "C"}, "C": {"Type": "Pass", "Next": "B"}},
    }
    (found,) = validate(Document.parse(machine("A", A={"Type": "Map", "ItemProcessor": inner, "End": True})))
    assert (found.code, found.severity, found.path[-1]) == ("endless-loop", "warning", "B")


def test_an_unfinished_drawing_is_no_endless_loop():
    text = machine("A", A={"Type": "Pass", "Next": "B"}, B={"Type": "Pass"}, C={"Type": "Succeed"})
    assert codes(text) == ["no-transition", "unreachable-state"]


def test_states_all_is_moved_last():
    retry = [{"ErrorEquals": ["States.ALL"]}, {"ErrorEquals": ["States.Timeout"]}]
    task = {"Type": "Task", "Resource": "${Pay}", "Retry": retry, "End": True}
    document = Document.parse(machine("A", A=task))
    (found,) = validate(document)
    fixed = document.apply(*found.fix.edits).document
    assert fixed.value["States"]["A"]["Retry"] == retry[::-1]
