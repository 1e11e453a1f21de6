"""An ItemReader's Resource cannot read items."""

from __future__ import annotations

from typing import Any

from rule_cases import (
    DISTRIBUTED,
    DONE,
    SDK,
    STATES,
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
    task,
)


def reading(resource: Any) -> Definition:
    """A distributed Map that reads its items by that Resource."""
    return map_over(
        machine({"B": DONE}, ProcessorConfig=DISTRIBUTED),
        ItemReader={"Resource": resource, "ReaderConfig": {"InputType": "JSON"}},
    )


AT = "/States/A/ItemReader/Resource"

FLAGS = {
    "another action of S3": Flag(
        alone(reading(f"{STATES}s3:headObject")), AT, {"resource": f"{STATES}s3:headObject"}
    ),
    "the action of a writer": Flag(alone(reading(f"{STATES}s3:putObject")), AT),
    "the older action": Flag(alone(reading(f"{STATES}s3:listObjects")), AT),
    "the same action of the SDK": Flag(alone(reading(f"{SDK}s3:getObject")), AT),
    "the action in another case": Flag(alone(reading(f"{STATES}s3:GetObject")), AT),
    "a pattern behind the action": Flag(alone(reading(f"{STATES}s3:getObject.sync")), AT),
    "another service": Flag(alone(reading(f"{STATES}dynamodb:getItem")), AT),
    "the name of the action": Flag(alone(reading("s3:getObject")), AT),
    "no text": Flag(alone(reading("")), AT),
    "JSONata": Flag(jsonata({"A": reading(f"{STATES}s3:headObject")}), AT),
    "a Map in a branch": Flag(
        in_branch(machine({"A": reading(f"{STATES}s3:headObject")})), f"/States/Both/Branches/1{AT}"
    ),
}

PASSES = {
    "a file": alone(reading(f"{STATES}s3:getObject")),
    "a bucket": alone(reading(f"{STATES}s3:listObjectsV2")),
    "another partition": alone(reading("arn:aws-us-gov:states:::s3:getObject")),
    "a substitution": alone(reading("${Reader}")),
    "a substitution for the partition": alone(reading("arn:${AWS::Partition}:states:::s3:getObject")),
    "a Task, which may call any action": alone(task(f"{SDK}s3:headObject")),
    "no ItemReader": alone(map_over(machine({"B": DONE}, ProcessorConfig=DISTRIBUTED))),
}

LEAVES = {"no Resource": ("missing-field", alone(map_over(machine({"B": DONE}), ItemReader={})))}

test_flags = flags("unsupported-item-reader", FLAGS)
test_passes = passes("unsupported-item-reader", PASSES)
test_leaves = leaves("unsupported-item-reader", LEAVES)
