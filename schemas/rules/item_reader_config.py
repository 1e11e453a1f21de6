"""The settings by which a Map reads its items do not fit together.

Why: a CSV file needs to say where its header is, and a header that is GIVEN has to be there. CSV… fields
are for CSV, ItemsPointer is for JSON and ManifestType for a MANIFEST. The service refuses the rest.

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
from schemas.lenient import mapping
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


@rule("error", State, "Map")
def check(state: State) -> Iterator[Finding]:
    """A ReaderConfig that lacks a field, or has one that is not for its input type."""
    config = mapping(mapping(state.fields.get("ItemReader")).get("ReaderConfig"))
    path = (*state.path, "ItemReader", "ReaderConfig")
    kind = config.get("InputType")
    for field, kinds in BELONGS_TO.items():
        if field in config and isinstance(kind, str) and not is_placeholder(kind) and kind not in kinds:
            yield Finding((*path, field), {"field": field, "type": kind}, key=True)
    missing = _missing(config)
    if missing:
        yield Finding(path, {"missing": missing}, key=True)


def _missing(config: Mapping[str, Json]) -> str | None:
    if config.get("InputType") == "CSV" and "CSVHeaderLocation" not in config:
        return "CSVHeaderLocation"
    return "CSVHeaders" if config.get("CSVHeaderLocation") == "GIVEN" and "CSVHeaders" not in config else None
