"""A Map reads its items by a call that is no reader.

Why: items are read from S3 by s3:getObject or s3:listObjectsV2; the service refuses another.

Bad example:

    {"StartAt": "明細", "States": {
      "明細": {"Type": "Map", "End": true, "ItemReader": {"Resource": "arn:aws:states:::s3:headObject"},
        "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
          "StartAt": "一行", "States": {"一行": {"Type": "Pass", "End": true}}}}}}

Good example:

    {"StartAt": "明細", "States": {
      "明細": {"Type": "Map", "End": true, "ItemReader": {"Resource": "arn:aws:states:::s3:listObjectsV2"},
        "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
          "StartAt": "一行", "States": {"一行": {"Type": "Pass", "End": true}}}}}}
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
    """An ItemReader with such a Resource."""
    resource = mapping(state.fields.get("ItemReader")).get("Resource")
    if isinstance(resource, str) and not is_placeholder(resource) and not _READER.fullmatch(resource):
        yield Finding((*state.path, "ItemReader", "Resource"), {"resource": resource})
