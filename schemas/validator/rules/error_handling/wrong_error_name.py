"""An error name is nearly, but not quite, that of an error which the service raises.

Why: names are compared character by character. The AWS SDK integration names an error after its exception
class, which ends with Exception even where the service's own name for the error does not: NoSuchKey is
NoSuchKeyException.

Bad example:

    {"StartAt": "Read", "States": {
      "Read": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:getObject", "Next": "Done",
        "Parameters": {"Bucket": "${Bucket}", "Key": "order.json"},
        "Catch": [{"ErrorEquals": ["S3.NoSuchKey"], "Next": "Done"}]},
      "Done": {"Type": "Succeed"}}}

Good example:

    {"StartAt": "Read", "States": {
      "Read": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:getObject", "Next": "Done",
        "Parameters": {"Bucket": "${Bucket}", "Key": "order.json"},
        "Catch": [{"ErrorEquals": ["S3.NoSuchKeyException"], "Next": "Done"}]},
      "Done": {"Type": "Succeed"}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.machine import Machine
from schemas.validator.finding import Finding, rule
from schemas.validator.misspelt_errors import misspelt_errors


@rule("warning", Machine)
def check(machine: Machine) -> Iterator[Finding]:
    """Every error name under the right prefix that is a declared error's but for its case or its suffix."""
    for name in misspelt_errors(machine):
        if not name.misspelling.in_prefix:
            yield name.finding({"name": name.text})
