"""An error name does not begin as the errors of this call do.

Why: an error of a service is named with the service's prefix, and an optimized integration and the AWS SDK
integration have different ones: DynamoDB.… and DynamoDb.…. Names are compared character by character, so a
name without the prefix, or with that of another service, never matches.

Bad example:

    {"StartAt": "Reserve", "States": {
      "Reserve": {"Type": "Task", "Resource": "arn:aws:states:::dynamodb:putItem", "End": true,
        "Parameters": {"TableName": "${Table}", "Item": {"id": {"S": "1"}}},
        "Retry": [{"ErrorEquals": ["ThrottlingException"]}]}}}

Good example:

    {"StartAt": "Reserve", "States": {
      "Reserve": {"Type": "Task", "Resource": "arn:aws:states:::dynamodb:putItem", "End": true,
        "Parameters": {"TableName": "${Table}", "Item": {"id": {"S": "1"}}},
        "Retry": [{"ErrorEquals": ["DynamoDB.ThrottlingException"]}]}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.machine import Machine
from schemas.validator.finding import Finding, rule
from schemas.validator.misspelt_errors import misspelt_errors


@rule("warning", Machine)
def check(machine: Machine) -> Iterator[Finding]:
    """Every error name that lacks the prefix of the call's errors, or has another one."""
    for name in misspelt_errors(machine):
        if name.misspelling.in_prefix:
            params = {"name": name.text, "prefix": name.misspelling.prefix}
            yield name.finding(params)
