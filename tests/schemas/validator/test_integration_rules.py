"""What is told of a Task's Resource and of what it gives to the call."""

from __future__ import annotations

import json

import pytest
from corpus import needs_corpus
from test_corpus_verdicts import CORPUS, rows

from schemas import Document, validate

CODES = {
    "resource-not-arn": "error",
    "bad-resource": "warning",
    "unknown-action": "error",
    "unlisted-action": "warning",
    "unsupported-pattern": "error",
    "missing-parameter": "warning",
    "unknown-parameter": "warning",
    "wrong-parameter-kind": "warning",
    "unknown-parameter-value": "warning",
    "token-not-passed": "warning",
}
STATES = "arn:aws:states:::"


def found(resource, data=None, language="JSONPath", **fields):
    task = {"Type": "Task", "Resource": resource, "End": True, **fields}
    if data is not None:
        task["Arguments" if language == "JSONata" else "Parameters"] = data
    machine = {"QueryLanguage": language, "StartAt": "A", "States": {"A": task}}
    text = json.dumps(machine, indent=1, ensure_ascii=False)
    document = Document.parse(text, "json")
    return document, [one for one in validate(document) if one.code in CODES]


def codes(*arguments, **named):
    return [one.code for one in found(*arguments, **named)[1]]


QUEUE = f"{STATES}sqs:sendMessage"


@pytest.mark.parametrize(
    ("data", "language", "passed"),
    [
        ({"QueueUrl": "u", "MessageBody": "b"}, "JSONPath", False),
        ({"QueueUrl": "u", "MessageBody.$": "$.Task.Token"}, "JSONPath", False),
        ({"QueueUrl": "u", "MessageBody": "$$.Task.Token"}, "JSONPath", False),
        ({"QueueUrl": "u", "MessageBody": {"t.$": "$$.Task.Token"}}, "JSONPath", True),
        ({"QueueUrl": "u", "MessageBody.$": "States.Format('{}', $$.Task.Token)"}, "JSONPath", True),
        ({"QueueUrl": "u", "MessageBody": {"all.$": "$$"}}, "JSONPath", True),
        ({"QueueUrl": "u", "MessageBody": "{% $states.input %}"}, "JSONata", False),
        ({"QueueUrl": "u", "MessageBody": "{% $states.context.Task.Token %}"}, "JSONata", True),
        ({"QueueUrl": "u", "MessageBody": "{% {'t': $states . context.Task.Token} %}"}, "JSONata", True),
        ("{% $merge([$states.input, {'all': $states}]) %}", "JSONata", True),
    ],
)
def test_a_token_that_nobody_is_given_is_told(data, language, passed):
    assert ("token-not-passed" not in codes(f"{QUEUE}.waitForTaskToken", data, language)) == passed


TRUE_OF_RECORDED = {
    "test_invoke_unsupported_param": "unknown-parameter",
    "INVALID_JSONPATH_IN_HEARTBEATSECONDSPATH": "token-not-passed",
}
"""What is told of definitions that the service took, and is true: these calls failed, or never ended."""


@needs_corpus
def test_nothing_untrue_is_told_of_what_the_service_took():
    told = []
    for row in rows("G1", "G2"):
        text = (CORPUS / "asl" / row["file"]).read_text(encoding="utf-8")
        codes = {found.code for found in validate(Document.parse(text), type=row["type"])} & CODES.keys()
        if row["expected"] == "valid":
            told += [(row["file"], code) for code in codes]
    assert len(told) == len(TRUE_OF_RECORDED)
    for file, code in told:
        assert any(name in file and code == known for name, known in TRUE_OF_RECORDED.items())
