"""A ResultWriter's Resource cannot write results.

Why: results are written to S3 by s3:putObject, and by no other call.

Bad example:

    {"StartAt": "Ship lines", "States": {
      "Ship lines": {"Type": "Map", "End": true,
        "ResultWriter": {"Resource": "arn:aws:states:::s3:getObject", "Parameters": {"Bucket": "results"}},
        "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
          "StartAt": "Ship line", "States": {"Ship line": {"Type": "Pass", "End": true}}}}}}

Good example:

    {"StartAt": "Ship lines", "States": {
      "Ship lines": {"Type": "Map", "End": true,
        "ResultWriter": {"Resource": "arn:aws:states:::s3:putObject", "Parameters": {"Bucket": "results"}},
        "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
          "StartAt": "Ship line", "States": {"Ship line": {"Type": "Pass", "End": true}}}}}}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from schemas.asl.walk import State
from schemas.core.coerce import mapping
from schemas.core.placeholder import is_placeholder
from schemas.validator.finding import Finding, rule

_WRITER = re.compile(r"arn:[a-z-]+:states:::s3:putObject")


@rule("warning", State, "Map")
def check(state: State) -> Iterator[Finding]:
    """A ResultWriter with any other Resource."""
    resource = mapping(state.fields.get("ResultWriter")).get("Resource")
    if isinstance(resource, str) and not is_placeholder(resource) and not _WRITER.fullmatch(resource):
        yield Finding((*state.path, "ResultWriter", "Resource"), {"resource": resource})
