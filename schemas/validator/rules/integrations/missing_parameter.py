"""A call lacks a required parameter.

Why: Step Functions accepts the definition, but the call fails each time.

Bad example:

    {"StartAt": "Charge card", "States": {
      "Charge card": {"Type": "Task", "Resource": "arn:aws:states:::dynamodb:getItem",
        "Parameters": {"TableName": "orders"},
        "End": true}}}

Good example:

    {"StartAt": "Charge card", "States": {
      "Charge card": {"Type": "Task", "Resource": "arn:aws:states:::dynamodb:getItem",
        "Parameters": {"TableName": "orders", "Key": {"id": {"S.$": "$.id"}}},
        "End": true}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.services.arguments import arguments_of, nearest_member
from schemas.asl.walk import State
from schemas.validator.finding import Finding, rule


@rule("warning", State, "Task")
def check(state: State) -> Iterator[Finding]:
    """Each missing required parameter, nested ones too, but none that is there under a misspelt name."""
    for value in arguments_of(state):
        if not isinstance(value.value, dict) or not value.type.required:
            continue
        misspelt = {nearest_member(value.type, key) for key in value.unknown}
        for name in value.type.required:
            if name not in value.keys and name not in misspelt:
                yield Finding(value.path, {"name": name})
