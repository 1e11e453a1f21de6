"""An ItemReader's Resource cannot read items.

Why: items are read from S3 by s3:getObject or s3:listObjectsV2; the service refuses any other call.

Bad example:

    {"StartAt": "Ship lines", "States": {
      "Ship lines": {"Type": "Map", "End": true,
        "ItemReader": {"Resource": "arn:aws:states:::s3:headObject"},
        "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
          "StartAt": "Ship line", "States": {"Ship line": {"Type": "Pass", "End": true}}}}}}

Good example:

    {"StartAt": "Ship lines", "States": {
      "Ship lines": {"Type": "Map", "End": true,
        "ItemReader": {"Resource": "arn:aws:states:::s3:listObjectsV2"},
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

_READER = re.compile(r"arn:[a-z-]+:states:::s3:(getObject|listObjectsV2)")


@rule("error", State, "Map")
def check(state: State) -> Iterator[Finding]:
    """An ItemReader with a Resource that is none of the two."""
    resource = mapping(state.fields.get("ItemReader")).get("Resource")
    if isinstance(resource, str) and not is_placeholder(resource) and not _READER.fullmatch(resource):
        yield Finding((*state.path, "ItemReader", "Resource"), {"resource": resource})
