"""The finer points of the rules that advise: what they leave alone."""

from __future__ import annotations

import json

import pytest

from schemas import Document, validate
from schemas.core.diagnostic import Diagnostic


def found(code: str, states: dict, **options) -> list[Diagnostic]:
    definition = {"StartAt": next(iter(states)), "States": states, **options.pop("top", {})}
    told = validate(Document.parse(json.dumps(definition)), **options)
    return [each for each in told if each.code == code]


def mended(each: Diagnostic, states: dict) -> dict:
    document = Document.parse(json.dumps({"StartAt": next(iter(states)), "States": states}))
    return document.apply(*each.fix.edits).document.value["States"]


def test_a_retry_is_added_before_others():
    task = {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": True}
    task["Parameters"] = {"FunctionName": "pay"}
    for retriers in ([], [{"ErrorEquals": ["Busy"]}]):
        states = {"A": {**task, **({"Retry": retriers} if retriers else {})}}
        (hint,) = found("lambda-without-retry", states)
        assert not hint.fix.safe
        after = mended(hint, states)
        assert "Lambda.ServiceException" in after["A"]["Retry"][0]["ErrorEquals"]
        assert after["A"]["Retry"][1:] == retriers
        assert found("lambda-without-retry", after) == []


@pytest.mark.parametrize("place", ["task", "machine"])
def test_a_timeout_of_either_ends_a_wait(place):
    token = {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "End": True}
    job = {"Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "End": True}
    timeout = {"TimeoutSeconds": 60}
    for code, task in (("token-wait-unbounded", token), ("no-timeout", job)):
        assert len(found(code, {"A": task})) == 1
        states = {"A": {**task, **(timeout if place == "task" else {})}}
        assert found(code, states, top=timeout if place == "machine" else {}) == []


def test_an_express_machine_hangs_for_five_minutes_only():
    job = {"Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "End": True}
    assert found("no-timeout", {"A": job}, type="EXPRESS") == []


def catching(**catcher) -> dict:
    catch = [{"ErrorEquals": ["States.ALL"], "Next": "B", **catcher}]
    return {"A": {"Type": "Task", "Resource": "${Pay}", "Catch": catch, "End": True}}


@pytest.mark.parametrize(
    ("path", "lost"),
    [
        ("$.order.id", True),
        ("$.Error", False),
        ("$", False),
        ("$$.Execution.Id", False),
        ("$order.id", False),
    ],
)
def test_only_what_a_catch_overwrites_is_lost(path, lost):
    states = {**catching(), "B": {"Type": "Pass", "InputPath": path, "End": True}}
    assert bool(found("catch-loses-input", states)) == lost
    for each in found("catch-loses-input", states):
        assert found("catch-loses-input", mended(each, states)) == []
    states |= catching(ResultPath="$.error")
    assert found("catch-loses-input", states) == []


def test_a_catch_inside_a_map_or_of_an_express_machine_defeats_no_redrive():
    states = {**catching(), "B": {"Type": "Fail"}}
    assert len(found("catch-defeats-redrive", states)) == 1
    assert found("catch-defeats-redrive", states, type="EXPRESS") == []
    inner = {"M": {"Type": "Map", "End": True, "ItemProcessor": {"StartAt": "A", "States": states}}}
    assert found("catch-defeats-redrive", inner) == []


def test_an_error_of_ones_own_may_bear_any_name():
    states = {**catching(ErrorEquals=["States.Odd"]), "B": {"Type": "Fail", "Error": "States.Odd"}}
    assert found("unknown-states-error", states) == []


@pytest.mark.parametrize("resource", ["dynamodb:putItem", "aws-sdk:dynamodb:putItem"])
def test_an_error_is_named_by_its_integration(resource):
    task = {"Type": "Task", "Resource": f"arn:aws:states:::{resource}", "End": True}
    wrong, right = ("DynamoDb", "DynamoDB") if resource.startswith("dynamodb") else ("DynamoDB", "DynamoDb")
    states = {"A": {**task, "Retry": [{"ErrorEquals": [f"{wrong}.Busy", f"{right}.Busy", "Own.Busy"]}]}}
    (warning,) = found("wrong-error-prefix", states)
    assert warning.params["meant"] == f"{right}.Busy"
    assert mended(warning, states)["A"]["Retry"][0]["ErrorEquals"][0] == f"{right}.Busy"
