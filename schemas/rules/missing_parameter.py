"""A call lacks a parameter that the service asks for.

Why: the definition is accepted, but the call fails each time.

Bad example:

    {"StartAt": "決済", "States": {
      "決済": {"Type": "Task", "Resource": "arn:aws:states:::dynamodb:getItem",
        "Parameters": {"TableName": "orders"},
        "End": true}}}

Good example:

    {"StartAt": "決済", "States": {
      "決済": {"Type": "Task", "Resource": "arn:aws:states:::dynamodb:getItem",
        "Parameters": {"TableName": "orders", "Key": {"id": {"S.$": "$.id"}}},
        "End": true}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.finding import Finding, rule
from schemas.services.given import calls
from schemas.walk import State


@rule("warning", State, "Task")
def check(state: State) -> Iterator[Finding]:
    """Each such parameter, in objects inside parameters too."""
    for value in calls(state):
        for name in value.shape.required if isinstance(value.value, dict) else ():
            if name not in value.keys:
                yield Finding(value.path, {"name": name})
