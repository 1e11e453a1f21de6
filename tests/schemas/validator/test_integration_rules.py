"""A Task that waits for a token passes it on."""

from __future__ import annotations

import json

import pytest

from schemas import Document, validate


def codes(arguments, language):
    task = {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "End": True}
    task["Arguments" if language == "JSONata" else "Parameters"] = arguments
    machine = {"QueryLanguage": language, "StartAt": "A", "States": {"A": task}}
    return [found.code for found in validate(Document.parse(json.dumps(machine)))]


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
    assert ("token-not-passed" not in codes(data, language)) == passed
