"""An ItemReader does not say clearly in which format its file is."""

from __future__ import annotations

from typing import Any

from rule_cases import (
    DISTRIBUTED,
    DONE,
    Definition,
    Flag,
    alone,
    flags,
    in_branch,
    jsonata,
    leaves,
    machine,
    map_over,
    passes,
)

FILE = {"Resource": "arn:aws:states:::s3:getObject", "Parameters": {"Bucket": "orders", "Key": "lines"}}
BUCKET = {"Resource": "arn:aws:states:::s3:listObjectsV2", "Parameters": {"Bucket": "orders"}}


def reading(reader: Definition) -> Definition:
    """A distributed Map with that ItemReader."""
    return map_over(machine({"B": DONE}, ProcessorConfig=DISTRIBUTED), ItemReader=reader)


def each(**config: Any) -> Definition:
    """A distributed Map that reads a file with that ReaderConfig."""
    return reading({**FILE, "ReaderConfig": config})


READER = "/States/A/ItemReader"
CONFIG = f"{READER}/ReaderConfig"

FLAGS = {
    "a file without a ReaderConfig": Flag(alone(reading(FILE)), READER, {"missing": "InputType"}),
    "a file without an InputType": Flag(alone(each(MaxItems=5)), READER, {"missing": "InputType"}),
    "a file of another partition": Flag(
        alone(reading({**FILE, "Resource": "arn:aws-cn:states:::s3:getObject"})), READER
    ),
    "a manifest of ATHENA_DATA without an InputType": Flag(alone(each(ManifestType="ATHENA_DATA")), READER),
    "JSON with a delimiter": Flag(
        alone(each(InputType="JSON", CSVDelimiter="TAB")),
        f"{CONFIG}/CSVDelimiter",
        {"field": "CSVDelimiter", "type": "JSON"},
    ),
    "JSON lines with a pointer to the items": Flag(
        alone(each(InputType="JSONL", ItemsPointer="/lines")),
        f"{CONFIG}/ItemsPointer",
        {"field": "ItemsPointer", "type": "JSONL"},
    ),
    "CSV with a pointer to the items": Flag(
        alone(each(InputType="CSV", CSVHeaderLocation="FIRST_ROW", ItemsPointer="/lines")),
        f"{CONFIG}/ItemsPointer",
    ),
    "headers that are not used, for the first row has them": Flag(
        alone(each(InputType="CSV", CSVHeaderLocation="FIRST_ROW", CSVHeaders=["id"])),
        CONFIG,
        {"missing": "CSVHeaderLocation: GIVEN"},
    ),
    "headers of a MANIFEST without their place": Flag(
        alone(each(InputType="MANIFEST", CSVHeaders=["id"])), CONFIG
    ),
    "headers of JSON": Flag(
        alone(each(InputType="JSON", CSVHeaders=["id"])), (CONFIG, f"{CONFIG}/CSVHeaders")
    ),
    "JSONata": Flag(
        jsonata({"A": reading({"Resource": FILE["Resource"], "Arguments": FILE["Parameters"]})}), READER
    ),
    "a Map in a branch": Flag(in_branch(machine({"A": reading(FILE)})), f"/States/Both/Branches/1{READER}"),
}

PASSES = {
    "JSON": alone(each(InputType="JSON")),
    "JSON with a pointer to the items": alone(each(InputType="JSON", ItemsPointer="/lines")),
    "CSV with a delimiter": alone(each(InputType="CSV", CSVHeaderLocation="FIRST_ROW", CSVDelimiter="TAB")),
    "CSV with headers": alone(each(InputType="CSV", CSVHeaderLocation="GIVEN", CSVHeaders=["id"])),
    "a MANIFEST with headers": alone(
        each(InputType="MANIFEST", CSVHeaderLocation="GIVEN", CSVHeaders=["bucket", "key"])
    ),
    "CSV that a manifest of ATHENA_DATA describes": alone(each(InputType="CSV", ManifestType="ATHENA_DATA")),
    "an inventory": alone(each(ManifestType="S3_INVENTORY")),
    "PARQUET": alone(each(InputType="PARQUET")),
    "a bucket, whose items are its objects": alone(reading(BUCKET)),
    "a substitution for the type": alone(each(InputType="${Type}", CSVDelimiter="TAB")),
    "a substitution for the place of the headers": alone(
        each(InputType="CSV", CSVHeaderLocation="${Location}", CSVHeaders=["id"])
    ),
    "no ItemReader": alone(map_over(machine({"B": DONE}, ProcessorConfig=DISTRIBUTED))),
    "a MANIFEST with a delimiter": alone(each(InputType="MANIFEST", CSVDelimiter="TAB")),
    "an inventory with a delimiter": alone(each(ManifestType="S3_INVENTORY", CSVDelimiter="TAB")),
}

LEAVES = {
    "CSV without a place of its header": ("item-reader-config", alone(each(InputType="CSV"))),
    "JSON with a place of a header": (
        "item-reader-config",
        alone(each(InputType="JSON", CSVHeaderLocation="FIRST_ROW")),
    ),
}

test_flags = flags("item-reader-unclear", FLAGS)
test_passes = passes("item-reader-unclear", PASSES)
test_leaves = leaves("item-reader-unclear", LEAVES)
