"""The settings by which a Map reads its items do not fit together.

Why: a file needs an InputType to be read by; CSV… fields are for CSV, ItemsPointer is for JSON and
ManifestType for a MANIFEST; CSVHeaders are read only where CSVHeaderLocation is GIVEN, and needed there.

Bad example:

    {"StartAt": "明細", "States": {
      "明細": {"Type": "Map", "End": true, "ItemReader": {"Resource": "arn:aws:states:::s3:getObject",
          "ReaderConfig": {"InputType": "CSV", "CSVHeaderLocation": "GIVEN"}},
        "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
          "StartAt": "一行", "States": {"一行": {"Type": "Pass", "End": true}}}}}}

Good example:

    {"StartAt": "明細", "States": {
      "明細": {"Type": "Map", "End": true, "ItemReader": {"Resource": "arn:aws:states:::s3:getObject",
          "ReaderConfig": {"InputType": "CSV", "CSVHeaderLocation": "GIVEN", "CSVHeaders": ["id"]}},
        "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
          "StartAt": "一行", "States": {"一行": {"Type": "Pass", "End": true}}}}}}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from schemas.finding import Finding, rule
from schemas.lenient import mapping, text
from schemas.paths import Json
from schemas.placeholder import is_placeholder
from schemas.walk import State

BELONGS_TO = {
    "CSVDelimiter": ("CSV", "MANIFEST"),
    "CSVHeaderLocation": ("CSV", "MANIFEST"),
    "CSVHeaders": ("CSV", "MANIFEST"),
    "ItemsPointer": ("JSON",),
    "ManifestType": ("MANIFEST",),
}
"""The input types that a field is for."""


@rule("warning", State, "Map")
def check(state: State) -> Iterator[Finding]:
    """An ItemReader whose ReaderConfig lacks a field, or has one that is not for its input type."""
    reader = mapping(state.fields.get("ItemReader"))
    config = mapping(reader.get("ReaderConfig"))
    path = (*state.path, "ItemReader")
    if "InputType" not in config:
        if text(reader.get("Resource")).endswith(":s3:getObject"):
            yield Finding(path, {"missing": "InputType"}, key=True)
        return
    kind = config["InputType"]
    for field, kinds in BELONGS_TO.items():
        if field in config and isinstance(kind, str) and not is_placeholder(kind) and kind not in kinds:
            yield Finding((*path, "ReaderConfig", field), {"field": field, "type": kind}, key=True)
    if missing := _missing(config):
        yield Finding((*path, "ReaderConfig"), {"missing": missing}, key=True)


def _missing(config: Mapping[str, Json]) -> str | None:
    given = config.get("CSVHeaderLocation") == "GIVEN"
    if given and "CSVHeaders" not in config:
        return "CSVHeaders"
    if not given and "CSVHeaders" in config and not is_placeholder(config.get("CSVHeaderLocation")):
        return "CSVHeaderLocation: GIVEN"
    return "CSVHeaderLocation" if config["InputType"] == "CSV" and "CSVHeaderLocation" not in config else None
