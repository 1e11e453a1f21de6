"""A Task that waits for a token passes it on."""

from __future__ import annotations

import json

from schemas import Document, validate


def codes(arguments, language):
    task = {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "End": True}
    task["Arguments" if language == "JSONata" else "Parameters"] = arguments
    machine = {"QueryLanguage": language, "StartAt": "A", "States": {"A": task}}
    return [found.code for found in validate(Document.parse(json.dumps(machine)))]
