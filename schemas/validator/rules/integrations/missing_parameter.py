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

from schemas.asl.services.arguments import calls, nearest
from schemas.asl.walk import State
from schemas.validator.finding import Finding, rule


@rule("warning", State, "Task")
def check(state: State) -> Iterator[Finding]:
    """Each missing required parameter, nested ones too, but none that is there under a misspelt name."""
    for value in calls(state):
        if not isinstance(value.value, dict) or not value.shape.required:
            continue
        misspelt = {nearest(value.shape, key) for key in value.strange}
        for name in value.shape.required:
            if name not in value.keys and name not in misspelt:
                yield Finding(value.path, {"name": name})
