"""A Resource calls an action that is not in the index of services."""

from __future__ import annotations

import json

from rule_cases import (
    SDK,
    STATES,
    Flag,
    alone,
    flags,
    in_branch,
    in_map,
    jsonata,
    leaves,
    machine,
    passes,
    task,
)

from schemas import Document, validate

AT = "/States/A/Resource"

FLAGS = {
    "an action of a known service": Flag(
        alone(task(f"{SDK}dynamodb:orderLunch")), AT, {"call": "aws-sdk:dynamodb:orderLunch"}
    ),
    "a service of the SDK": Flag(alone(task(f"{SDK}brandnew:doIt")), AT, {"call": "aws-sdk:brandnew:doIt"}),
    "an optimized service": Flag(alone(task(f"{STATES}brandnew:doIt")), AT, {"call": "brandnew:doIt"}),
    "an action of an optimized service with more actions than are known": Flag(
        alone(task(f"{STATES}sagemaker:orderLunch")), AT, {"call": "sagemaker:orderLunch"}
    ),
    "an action that waits for a token": Flag(
        alone(task(f"{SDK}brandnew:doIt.waitForTaskToken")), AT, {"call": "aws-sdk:brandnew:doIt"}
    ),
    "JSONata": Flag(jsonata({"A": task(f"{SDK}dynamodb:orderLunch")}), AT),
    "a state of a branch": Flag(
        in_branch(machine({"A": task(f"{SDK}dynamodb:orderLunch")})), f"/States/Both/Branches/1{AT}"
    ),
    "a state of a Map": Flag(
        in_map(machine({"A": task(f"{SDK}dynamodb:orderLunch")})), f"/States/Each/ItemProcessor{AT}"
    ),
}

PASSES = {
    "an action of the index": alone(task(f"{SDK}dynamodb:listTables")),
    "an optimized action": alone(task(f"{STATES}sagemaker:createModel")),
    "a substitution for the action": alone(task(f"{SDK}dynamodb:${{Action}}")),
    "a function of such a name": alone(task("arn:aws:lambda:us-east-1:123456789012:function:orderLunch")),
}

LEAVES = {
    "a misspelt action": ("unknown-action", alone(task(f"{SDK}dynamodb:listTable"))),
    "an action of an optimized service whose actions are all known": (
        "unknown-action",
        alone(task(f"{STATES}lambda:frobnicate")),
    ),
}

test_flags = flags("unlisted-action", FLAGS)
test_passes = passes("unlisted-action", PASSES)
test_leaves = leaves("unlisted-action", LEAVES)


def test_the_message_names_the_version_of_the_index():
    (found,) = validate(Document.parse(json.dumps(alone(task(f"{SDK}brandnew:doIt")))))
    assert "botocore" in found.message("en")
