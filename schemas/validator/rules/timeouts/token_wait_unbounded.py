"""A task waits for its token without a time limit.

Why: a task that waits for an answer continues when its token comes back. If it never does, because a mail is
overlooked or a worker dies, the execution waits for a year. A timeout or a heartbeat ends the wait.

Bad example:

    {"StartAt": "Approve", "States": {
      "Approve": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
        "End": true,
        "Parameters": {"QueueUrl": "${Queue}", "MessageBody": {"token.$": "$$.Task.Token"}}}}}

Good example:

    {"StartAt": "Approve", "States": {
      "Approve": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
        "End": true, "TimeoutSeconds": 259200,
        "Parameters": {"QueueUrl": "${Queue}", "MessageBody": {"token.$": "$$.Task.Token"}}}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.machine import Machine
from schemas.asl.services.arguments import resource_of
from schemas.asl.services.integration import WAIT
from schemas.core.coerce import mapping
from schemas.core.paths import Json
from schemas.validator.finding import Finding, rule

DEADLINES = ("TimeoutSeconds", "TimeoutSecondsPath", "HeartbeatSeconds", "HeartbeatSecondsPath")


@rule("warning", Machine)
def check(machine: Machine) -> Iterator[Finding]:
    """Every Task of a Standard machine that waits for its token without any timeout."""
    if machine.type == "EXPRESS" or has_deadline(machine.definition):
        return
    for state in machine.of_type("Task"):
        waits = resource_of(state).endswith(WAIT)
        if waits and not has_deadline(state.fields):
            yield Finding(state.path, {"state": state.name}, key=True)


def has_deadline(fields: Json) -> bool:
    """True if the `fields` of a task or of the machine have a timeout or a heartbeat."""
    return not mapping(fields).keys().isdisjoint(DEADLINES)
