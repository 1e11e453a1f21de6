"""A parameter is given a value of another kind than the call takes.

Why: the definition is accepted, but the call fails each time.

Bad example:

    {"StartAt": "決済", "States": {
      "決済": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage",
        "Parameters": {"QueueUrl": ["${Queue}"], "MessageBody": "注文"},
        "End": true}}}

Good example:

    {"StartAt": "決済", "States": {
      "決済": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage",
        "Parameters": {"QueueUrl": "${Queue}", "MessageBody": "注文"},
        "End": true}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.services.arguments import calls
from schemas.asl.walk import State
from schemas.core.paths import Json, field_of
from schemas.validator.finding import Finding, rule


@rule("warning", State, "Task")
def check(state: State) -> Iterator[Finding]:
    """Each value that cannot be taken for the kind that is expected; an object is taken for its text."""
    for value in calls(state):
        if not _fits(value.value, value.shape.kind):
            yield Finding(value.path, {"name": field_of(value.path), "kind": value.shape.kind})


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
    """Whether a text, a number or a truth value says what such a kind takes."""
    if kind == "boolean":
        return isinstance(value, bool) or value in ("true", "false")
    if isinstance(value, bool):
        return False
    try:
        return isinstance(value, int | float | str) and (kind == "number" or float(value).is_integer())
    except ValueError:
        return False
