"""A task waits for its token without an end.

Why: a task that waits for an answer goes on when the token comes back. Where it never does, because a mail is
overlooked or a worker dies, the run waits for a year. A timeout or a heartbeat ends the wait.

Bad example:

    {"StartAt": "承認", "States": {
      "承認": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "End": true,
        "Parameters": {"QueueUrl": "${Queue}", "MessageBody": {"token.$": "$$.Task.Token"}}}}}

Good example:

    {"StartAt": "承認", "States": {
      "承認": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "End": true,
        "TimeoutSeconds": 259200,
        "Parameters": {"QueueUrl": "${Queue}", "MessageBody": {"token.$": "$$.Task.Token"}}}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.machine import Machine
from schemas.core.coerce import mapping, text
from schemas.core.paths import Json
from schemas.validator.finding import Finding, rule

DEADLINES = ("TimeoutSeconds", "TimeoutSecondsPath", "HeartbeatSeconds", "HeartbeatSecondsPath")


@rule("warning", Machine)
def check(machine: Machine) -> Iterator[Finding]:
    """Every such task, where neither it nor the machine has a timeout."""
    if machine.type == "EXPRESS" or has_deadline(machine.definition):
        return
    for state in machine.of_type("Task"):
        waits = text(state.fields.get("Resource")).endswith(".waitForTaskToken")
        if waits and not has_deadline(state.fields):
            yield Finding(state.path, {"state": state.name}, key=True)


def has_deadline(fields: Json) -> bool:
    """Whether a task, or the machine, is ended by a timeout or a heartbeat."""
    return not mapping(fields).keys().isdisjoint(DEADLINES)
