"""A parameter has a value of the wrong type.

Why: Step Functions accepts the definition, but the call fails each time.

Bad example:

    {"StartAt": "Charge card", "States": {
      "Charge card": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage",
        "Parameters": {"QueueUrl": ["${Queue}"], "MessageBody": "New order"},
        "End": true}}}

Good example:

    {"StartAt": "Charge card", "States": {
      "Charge card": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage",
        "Parameters": {"QueueUrl": "${Queue}", "MessageBody": "New order"},
        "End": true}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.services.arguments import arguments_of
from schemas.asl.walk import State
from schemas.core.paths import Json, field_of
from schemas.validator.finding import Finding, rule


@rule("warning", State, "Task")
def check(state: State) -> Iterator[Finding]:
    """Each value that does not convert to the expected type; an object converts to its JSON text."""
    for argument in arguments_of(state):
        if not _fits(argument.value, argument.type.kind):
            yield Finding(argument.path, {"name": field_of(argument.path), "kind": argument.type.kind})


def _fits(value: Json, kind: str) -> bool:
    if kind == "any":
        return True
    if kind in ("object", "map"):
        return isinstance(value, dict)
    if kind == "list":
        return isinstance(value, list)
    if kind == "string":
        return not isinstance(value, list)
    return _reads_as(value, kind)


def _reads_as(value: Json, kind: str) -> bool:
    """True where a text, a number or a Boolean can be read as a number, an integer or a Boolean."""
    if kind == "boolean":
        return isinstance(value, bool) or value in ("true", "false")
    if isinstance(value, bool):
        return False
    try:
        return isinstance(value, int | float | str) and (kind == "number" or float(value).is_integer())
    except ValueError:
        return False
