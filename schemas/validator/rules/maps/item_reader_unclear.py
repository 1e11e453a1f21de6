"""An ItemReader does not say clearly in which format its file is.

Why: a file is read by its InputType, or as an S3_INVENTORY. CSVDelimiter and CSVHeaders are for CSV and
MANIFEST, ItemsPointer is for JSON, and CSVHeaders are used only where CSVHeaderLocation is GIVEN. Otherwise
the items are not the expected ones, or the run fails.

Bad example:

    {"StartAt": "Ship lines", "States": {
      "Ship lines": {"Type": "Map", "End": true, "ItemReader": {"Resource": "arn:aws:states:::s3:getObject",
          "Parameters": {"Bucket": "orders", "Key": "lines.json"}},
        "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
          "StartAt": "Ship line", "States": {"Ship line": {"Type": "Pass", "End": true}}}}}}

Good example:

    {"StartAt": "Ship lines", "States": {
      "Ship lines": {"Type": "Map", "End": true, "ItemReader": {"Resource": "arn:aws:states:::s3:getObject",
          "ReaderConfig": {"InputType": "JSON"},
          "Parameters": {"Bucket": "orders", "Key": "lines.json"}},
        "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
          "StartAt": "Ship line", "States": {"Ship line": {"Type": "Pass", "End": true}}}}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.walk import State
from schemas.core.coerce import mapping, text
from schemas.core.placeholder import is_placeholder
from schemas.validator.finding import Finding, rule

INPUT_TYPES = {
    "CSVDelimiter": ("CSV", "MANIFEST"),
    "CSVHeaders": ("CSV", "MANIFEST"),
    "ItemsPointer": ("JSON",),
}
"""The input types that use a field."""


@rule("warning", State, "Map")
def check(state: State) -> Iterator[Finding]:
    """An ItemReader of a file without InputType, or with fields that its InputType does not use."""
    reader = mapping(state.fields.get("ItemReader"))
    config = mapping(reader.get("ReaderConfig"))
    path = (*state.path, "ItemReader", "ReaderConfig")
    kind, location = config.get("InputType"), config.get("CSVHeaderLocation")
    reads_file = text(reader.get("Resource")).endswith(":s3:getObject")
    if kind is None and reads_file and config.get("ManifestType") != "S3_INVENTORY":
        yield Finding(path[:-1], {"missing": "InputType"}, key=True)
    for field, kinds in INPUT_TYPES.items():
        if field in config and isinstance(kind, str) and not is_placeholder(kind) and kind not in kinds:
            yield Finding((*path, field), {"field": field, "type": kind}, key=True)
    if "CSVHeaders" in config and location != "GIVEN" and not is_placeholder(location):
        yield Finding(path, {"missing": "CSVHeaderLocation: GIVEN"}, key=True)
