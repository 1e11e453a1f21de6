"""The finer points of the rules about the language: what they tell apart, and how their fixes mend."""

from __future__ import annotations

import json

import pytest

from schemas import Document, validate
from schemas.core.diagnostic import Diagnostic
from schemas.validator.size import LARGEST


def judged(fields: dict, language: str = "JSONPath", **more) -> tuple[Document, list[Diagnostic]]:
    definition = {"QueryLanguage": language, "StartAt": "A", "States": {"A": fields, **more}}
    document = Document.parse(json.dumps(definition))
    return document, validate(document)


def codes(fields: dict, language: str = "JSONPath", **more) -> list[str]:
    return [each.code for each in judged(fields, language, **more)[1]]


def passing(**fields) -> dict:
    return {"Type": "Pass", **fields, "End": True}


def test_the_size_is_that_of_json_in_bytes():
    comment = "あ" * (LARGEST // 3)
    definition = {"Comment": comment, "StartAt": "A", "States": {"A": {"Type": "Succeed"}}}
    text = json.dumps(definition, ensure_ascii=False)
    assert len(text) < LARGEST
    assert [each.code for each in validate(Document.parse(text))] == ["definition-too-large"]
    smaller = f"Comment: {comment[:-100]}\nStartAt: A\nStates: {{A: {{Type: Succeed}}}}\n"
    assert validate(Document.parse(smaller, "yaml")) == []


def test_the_numbers_that_the_service_takes():
    retry = [{"ErrorEquals": ["States.ALL"], "IntervalSeconds": 0, "MaxAttempts": 0}]
    task = {"Type": "Task", "Resource": "${Pay}", "Retry": retry, "End": True}
    machine = {"TimeoutSeconds": 0, "StartAt": "A", "States": {"A": task}}
    assert validate(Document.parse(json.dumps(machine))) == []
    task["TimeoutSeconds"] = 0
    assert [each.code for each in validate(Document.parse(json.dumps(machine)))] == ["too-small"]


@pytest.mark.parametrize(("version", "told"), [("1.0", []), ("2.0", ["not-one-of"])])
def test_the_language_has_one_version(version, told):
    machine = {"Version": version, "StartAt": "A", "States": {"A": {"Type": "Succeed"}}}
    assert [each.code for each in validate(Document.parse(json.dumps(machine)))] == told
