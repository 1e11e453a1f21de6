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
