"""The settings by which a Map reads a CSV or JSON file do not fit together."""

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
    in_map,
    jsonata,
    machine,
    map_over,
    passes,
)

READER = {"Resource": "arn:aws:states:::s3:getObject", "Parameters": {"Bucket": "orders", "Key": "lines"}}


def each(**config: Any) -> Definition:
    """A distributed Map that reads a file with that ReaderConfig."""
    return map_over(
        machine({"B": DONE}, ProcessorConfig=DISTRIBUTED), ItemReader={**READER, "ReaderConfig": config}
    )


AT = "/States/A/ItemReader/ReaderConfig"

FLAGS = {
    "CSV without a place of its header": Flag(
        alone(each(InputType="CSV")), AT, {"missing": "CSVHeaderLocation"}
    ),
    "CSV with headers, but without their place": Flag(
        alone(each(InputType="CSV", CSVHeaders=["id"])), AT, {"missing": "CSVHeaderLocation"}
    ),
    "a header that is GIVEN, but not there": Flag(
        alone(each(InputType="CSV", CSVHeaderLocation="GIVEN")), AT, {"missing": "CSVHeaders"}
    ),
    "a header that is GIVEN for a MANIFEST, but not there": Flag(
        alone(each(InputType="MANIFEST", CSVHeaderLocation="GIVEN")), AT, {"missing": "CSVHeaders"}
    ),
    "JSON with a place of its header": Flag(
        alone(each(InputType="JSON", CSVHeaderLocation="FIRST_ROW")),
        f"{AT}/CSVHeaderLocation",
        {"field": "CSVHeaderLocation", "type": "JSON"},
    ),
    "JSON with a GIVEN header that is not there": Flag(
        alone(each(InputType="JSON", CSVHeaderLocation="GIVEN")), (AT, f"{AT}/CSVHeaderLocation")
    ),
    "JSONata": Flag(
        jsonata(
            {
                "A": map_over(
                    machine({"B": DONE}, ProcessorConfig=DISTRIBUTED),
                    ItemReader={
                        "Resource": READER["Resource"],
                        "Arguments": "{% $states.input %}",
                        "ReaderConfig": {"InputType": "CSV"},
                    },
                )
            }
        ),
        AT,
    ),
    "a Map in a branch": Flag(
        in_branch(machine({"A": each(InputType="CSV")})), f"/States/Both/Branches/1{AT}"
    ),
    "a Map in a Map": Flag(in_map(machine({"A": each(InputType="CSV")})), f"/States/Each/ItemProcessor{AT}"),
}

PASSES = {
    "CSV with a header in the first row": alone(each(InputType="CSV", CSVHeaderLocation="FIRST_ROW")),
    "CSV with a header that is given": alone(
        each(InputType="CSV", CSVHeaderLocation="GIVEN", CSVHeaders=["id"])
    ),
    "CSV with a substitution for the place of its header": alone(
        each(InputType="CSV", CSVHeaderLocation="${Location}")
    ),
    "CSV that a manifest describes": alone(each(InputType="CSV", ManifestType="ATHENA_DATA")),
    "an inventory": alone(each(ManifestType="S3_INVENTORY")),
    "JSON": alone(each(InputType="JSON")),
    "JSON lines with a place of a header": alone(each(InputType="JSONL", CSVHeaderLocation="FIRST_ROW")),
    "a substitution for the type": alone(each(InputType="${Type}", CSVHeaderLocation="FIRST_ROW")),
    "a reader of a bucket, which has no settings": alone(
        map_over(
            machine({"B": DONE}, ProcessorConfig=DISTRIBUTED),
            ItemReader={"Resource": "arn:aws:states:::s3:listObjectsV2", "Parameters": {"Bucket": "orders"}},
        )
    ),
}

test_flags = flags("item-reader-config", FLAGS)
test_passes = passes("item-reader-config", PASSES)
