"""A Map does not say how what it reads is written.

Why: a file that is read by s3:getObject is read by its InputType; without one, and with CSVHeaders that are
not GIVEN, the items are not what was meant, or the run fails.

Bad example:

    {"StartAt": "明細", "States": {
      "明細": {"Type": "Map", "End": true, "ItemReader": {"Resource": "arn:aws:states:::s3:getObject",
          "Parameters": {"Bucket": "orders", "Key": "lines.json"}},
        "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
          "StartAt": "一行", "States": {"一行": {"Type": "Pass", "End": true}}}}}}

Good example:

    {"StartAt": "明細", "States": {
      "明細": {"Type": "Map", "End": true, "ItemReader": {"Resource": "arn:aws:states:::s3:getObject",
          "ReaderConfig": {"InputType": "JSON"},
          "Parameters": {"Bucket": "orders", "Key": "lines.json"}},
        "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
          "StartAt": "一行", "States": {"一行": {"Type": "Pass", "End": true}}}}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.finding import Finding, rule
from schemas.lenient import mapping, text
from schemas.placeholder import is_placeholder
from schemas.walk import State


@rule("warning", State, "Map")
def check(state: State) -> Iterator[Finding]:
    """An ItemReader of a file without InputType, or with CSVHeaders that are not used."""
    reader = mapping(state.fields.get("ItemReader"))
    config = mapping(reader.get("ReaderConfig"))
    path = (*state.path, "ItemReader")
    if "InputType" not in config and text(reader.get("Resource")).endswith(":s3:getObject"):
        yield Finding(path, {"missing": "InputType"}, key=True)
    location = config.get("CSVHeaderLocation")
    if "CSVHeaders" in config and location != "GIVEN" and not is_placeholder(location):
        yield Finding((*path, "ReaderConfig"), {"missing": "CSVHeaderLocation: GIVEN"}, key=True)
