"""A Resource that a function of a template makes of literals is the call that its text is."""

from __future__ import annotations

import json

import pytest
import yaml

from exporters import export
from schemas import Document, validate
from schemas.core.paths import Json
from schemas.sidecar.workflow import Workflow

TEXT = "arn:${AWS::Partition}:states:::sqs:sendMessage.waitForTaskToken"
REST = ":states:::sqs:sendMessage.waitForTaskToken"
PARTITION: Json = {"Ref": "AWS::Partition"}
BY_FUNCTIONS: dict[str, Json] = {
    "sub": {"Fn::Sub": TEXT},
    "sub with a list": {"Fn::Sub": [f"arn:${{P}}{REST}", {"P": PARTITION}]},
    "sub with an empty list": {"Fn::Sub": [TEXT, {}]},
    "sub of a literal": {"Fn::Sub": "arn:aws:states:::sqs:sendMessage.waitForTaskToken"},
    "join": {"Fn::Join": ["", ["arn:", PARTITION, REST]]},
    "join with colons": {"Fn::Join": [":", ["arn", PARTITION, REST[1:]]]},
    "join with a sub": {"Fn::Join": ["", [{"Fn::Sub": "arn:${AWS::Partition}"}, REST]]},
}


def flow(resource: Json) -> Json:
    task: Json = {
        "Type": "Task",
        "Resource": resource,
        "TimeoutSeconds": 9,
        "Parameters": {"QueueUrl": "https://sqs.us-east-1.amazonaws.com/111122223333/q", "MessageBdy": "x"},
        "Retry": [{"ErrorEquals": ["Sqs.Odd"]}],
        "End": True,
    }
    return {"StartAt": "A", "States": {"A": task}}


def exported(resource: Json, format: str) -> str:
    (main, *_) = export(Workflow("w", Document.parse(json.dumps(flow(resource)), "json")), format, force=True)
    return main.data.decode()


@pytest.mark.parametrize("format", ["cloudformation", "cdk-python", "serverless"])
@pytest.mark.parametrize("resource", BY_FUNCTIONS.values(), ids=BY_FUNCTIONS)
def test_it_is_exported_as_the_text(resource: Json, format: str) -> None:
    assert "InvokeFunction" not in exported(resource, format)
    if "aws" not in json.dumps(resource):
        assert exported(resource, format) == exported(TEXT, format)


@pytest.mark.parametrize("resource", BY_FUNCTIONS.values(), ids=BY_FUNCTIONS)
def test_it_is_checked_as_the_text(resource: Json) -> None:
    waiting = findings(resource)
    assert waiting == findings(TEXT)
    assert {"token-not-passed", "unknown-parameter"} <= {code for code, _ in waiting}
    calling = findings(json.loads(json.dumps(resource).replace(".waitForTaskToken", "")))
    assert {"wrong-error-prefix", "unknown-parameter"} <= {code for code, _ in calling}


@pytest.mark.parametrize("wrong", ["sqs:sendMesage", "sqs:sendMessage.waitForTaskTokn"])
def test_a_fix_keeps_the_function(wrong: str) -> None:
    text = yaml.safe_dump(flow({"Fn::Sub": f"arn:${{AWS::Partition}}:states:::{wrong}"}))
    document = Document.parse(text, "yaml")
    fixes = [found.fix for found in validate(document) if found.path[-1:] == ("Resource",) and found.fix]
    for fix in fixes:
        fixed = document.apply(*fix.edits).document.value["States"]["A"]["Resource"]
        assert fixed["Fn::Sub"].startswith("arn:${AWS::Partition}:states:::sqs:sendMessage")
    assert fixes


def test_a_function_of_other_values_is_no_integration() -> None:
    for resource in (
        {"Fn::Sub": "${Pay.Arn}"},
        {"Fn::Join": ["", [{"Ref": "Pay"}, ":live"]]},
        {"Ref": "Pay"},
    ):
        assert "InvokeFunction" in exported(resource, "cloudformation")
        assert "token-not-passed" not in {code for code, _ in findings(resource)}


def findings(resource: Json) -> list[tuple[str, tuple[str | int, ...]]]:
    document = Document.parse(json.dumps(flow(resource)), "json")
    return sorted(((each.code, each.path) for each in validate(document)), key=str)
