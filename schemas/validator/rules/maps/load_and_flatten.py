"""LOAD_AND_FLATTEN stands where there is no list of objects to load.

Why: LOAD_AND_FLATTEN reads the objects that s3:listObjectsV2 lists, and needs their InputType. The guide has
it with no other reader: one that reads a single object has nothing to flatten.

Bad example:

    {"StartAt": "Ship lines", "States": {
      "Ship lines": {"Type": "Map", "End": true, "ItemReader": {"Resource": "arn:aws:states:::s3:getObject",
          "ReaderConfig": {"InputType": "JSON", "Transformation": "LOAD_AND_FLATTEN"},
          "Parameters": {"Bucket": "orders", "Key": "lines.json"}},
        "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
          "StartAt": "Ship line", "States": {"Ship line": {"Type": "Pass", "End": true}}}}}}

Good example:

    {"StartAt": "Ship lines", "States": {
      "Ship lines": {"Type": "Map", "End": true,
        "ItemReader": {"Resource": "arn:aws:states:::s3:listObjectsV2",
          "ReaderConfig": {"InputType": "JSON", "Transformation": "LOAD_AND_FLATTEN"},
          "Parameters": {"Bucket": "orders", "Prefix": "lines/"}},
        "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
          "StartAt": "Ship line", "States": {"Ship line": {"Type": "Pass", "End": true}}}}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.services import integration
from schemas.asl.walk import State
from schemas.core.coerce import mapping, text
from schemas.validator.finding import Finding, rule


@rule("warning", State, "Map")
def check(state: State) -> Iterator[Finding]:
    """A Transformation LOAD_AND_FLATTEN without s3:listObjectsV2, or without an InputType."""
    reader = mapping(state.fields.get("ItemReader"))
    config = mapping(reader.get("ReaderConfig"))
    called = integration(text(reader.get("Resource")))
    if config.get("Transformation") != "LOAD_AND_FLATTEN" or called is None:
        return
    path = (*state.path, "ItemReader", "ReaderConfig")
    if called.action != "listObjectsV2":
        call = f"{called.service}:{called.action}"
        yield Finding((*path, "Transformation"), {"call": call})
    elif "InputType" not in config:
        yield Finding(path, {"call": "s3:listObjectsV2", "missing": "InputType"}, key=True)
