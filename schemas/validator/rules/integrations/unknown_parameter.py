"""A call is given a parameter that it does not take.

Why: the definition is accepted, but the call fails each time: "The field is not supported by Step Functions".
Names begin with a capital, and of several capitals in a row only the first stays: DbInstanceIdentifier.

Bad example:

    {"StartAt": "決済", "States": {
      "決済": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage",
        "Parameters": {"QueueUrl": "${Queue}", "MessageBdy": "注文"},
        "End": true}}}

Good example:

    {"StartAt": "決済", "States": {
      "決済": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage",
        "Parameters": {"QueueUrl": "${Queue}", "MessageBody": "注文"},
        "End": true}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.services.arguments import PATH, Argument, calls, nearest
from schemas.asl.walk import State
from schemas.core.diagnostic import Fix
from schemas.core.edits import Rename
from schemas.validator.finding import Finding, rule


@rule("warning", State, "Task")
def check(state: State) -> Iterator[Finding]:
    """Each such parameter, in objects inside parameters too."""
    for value in calls(state):
        for key in value.strange if value.shape.kind == "object" else ():
            yield _told(value, key)


def _told(value: Argument, key: str) -> Finding:
    path = (*value.path, key)
    name = key.removesuffix(PATH)
    meant = nearest(value.shape, key)
    if meant is None or meant in value.keys:
        return Finding(path, {"name": name}, key=True)
    spelt = meant + PATH if key.endswith(PATH) else meant
    return Finding(path, {"name": name, "nearest": meant}, key=True, fix=Fix((Rename(path, spelt),)))
