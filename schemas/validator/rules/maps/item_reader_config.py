"""The settings by which a Map reads a CSV or JSON file do not fit together.

Why: a CSV file needs CSVHeaderLocation, GIVEN needs the header in CSVHeaders, and JSON takes no
CSVHeaderLocation. The service refuses anything else.

Bad example:

    {"StartAt": "Ship lines", "States": {
      "Ship lines": {"Type": "Map", "End": true, "ItemReader": {"Resource": "arn:aws:states:::s3:getObject",
          "ReaderConfig": {"InputType": "CSV", "CSVHeaderLocation": "GIVEN"}},
        "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
          "StartAt": "Ship line", "States": {"Ship line": {"Type": "Pass", "End": true}}}}}}

Good example:

    {"StartAt": "Ship lines", "States": {
      "Ship lines": {"Type": "Map", "End": true, "ItemReader": {"Resource": "arn:aws:states:::s3:getObject",
          "ReaderConfig": {"InputType": "CSV", "CSVHeaderLocation": "GIVEN", "CSVHeaders": ["id"]}},
        "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
          "StartAt": "Ship line", "States": {"Ship line": {"Type": "Pass", "End": true}}}}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.walk import State
from schemas.core.coerce import mapping
from schemas.validator.finding import Finding, rule


@rule("error", State, "Map")
def check(state: State) -> Iterator[Finding]:
    """A ReaderConfig that lacks CSVHeaderLocation or CSVHeaders, or has the first for JSON."""
    config = mapping(mapping(state.fields.get("ItemReader")).get("ReaderConfig"))
    path = (*state.path, "ItemReader", "ReaderConfig")
    kind, location = config.get("InputType"), config.get("CSVHeaderLocation")
    if kind == "JSON" and location is not None:
        yield Finding((*path, "CSVHeaderLocation"), {"field": "CSVHeaderLocation", "type": kind}, key=True)
    if kind == "CSV" and location is None and "ManifestType" not in config:
        yield Finding(path, {"missing": "CSVHeaderLocation"}, key=True)
    if location == "GIVEN" and "CSVHeaders" not in config:
        yield Finding(path, {"missing": "CSVHeaders"}, key=True)
