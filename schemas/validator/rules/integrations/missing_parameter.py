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
    for argument in arguments_of(state):
        if not isinstance(argument.value, dict) or not argument.type.required:
            continue
        misspelt = {nearest_member(argument.type, key) for key in argument.unknown}
        for name in argument.type.required:
            if name not in argument.keys and name not in misspelt:
                yield Finding(argument.path, {"name": name})
