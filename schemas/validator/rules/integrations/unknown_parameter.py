"""A call has a parameter that the action does not take.

Why: Step Functions accepts the definition, but the call fails each time: "The field is not supported by Step
Functions". Names begin with a capital letter, and of several capitals in a row only the first stays:
DbInstanceIdentifier.

Bad example:

    {"StartAt": "Charge card", "States": {
      "Charge card": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage",
        "Parameters": {"QueueUrl": "${Queue}", "MessageBdy": "New order"},
        "End": true}}}

Good example:

    {"StartAt": "Charge card", "States": {
      "Charge card": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage",
        "Parameters": {"QueueUrl": "${Queue}", "MessageBody": "New order"},
        "End": true}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.services.arguments import PATH, Argument, arguments_of, nearest_member
from schemas.asl.walk import State
from schemas.core.diagnostic import Fix
from schemas.core.edits import Rename
from schemas.validator.finding import Finding, rule


@rule("warning", State, "Task")
def check(state: State) -> Iterator[Finding]:
    """Each unknown parameter, nested ones too."""
    for argument in arguments_of(state):
        for key in argument.unknown if argument.type.kind == "object" else ():
            yield _finding(argument, key)


def _finding(argument: Argument, key: str) -> Finding:
    path = (*argument.path, key)
    name = key.removesuffix(PATH)
    meant = nearest_member(argument.type, key)
    if meant is None or meant in argument.keys:
        return Finding(path, {"name": name}, key=True)
    spelt = meant + PATH if key.endswith(PATH) else meant
    return Finding(path, {"name": name, "nearest": meant}, key=True, fix=Fix((Rename(path, spelt),)))
