"""A Resource is not an ARN."""

from __future__ import annotations

from rule_cases import (
    STATES,
    Express,
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

AT = "/States/A/Resource"

FLAGS = {
    "the name of a function": Flag(alone(task("charge-card")), AT, {"resource": "charge-card"}),
    "a name in Japanese": Flag(alone(task("支払い")), AT),
    "a path": Flag(alone(task("$.function")), AT),
    "a substitution that is not closed": Flag(alone(task("${Unclosed")), AT),
    "a place to be filled": Flag(alone(task("__tbd__")), AT),
    "a space": Flag(alone(task(" ")), AT),
    "an Express machine in JSONata": Flag(Express(jsonata({"A": task("charge-card")})), AT),
    "a state of a branch": Flag(in_branch(machine({"A": task("pay")})), f"/States/Both/Branches/1{AT}"),
    "a state of a Map": Flag(in_map(machine({"A": task("pay")})), f"/States/Each/ItemProcessor{AT}"),
}

PASSES = {
    "an integration": alone(task(f"{STATES}sns:publish")),
    "a function": alone(task("arn:aws:lambda:us-east-1:123456789012:function:charge-card")),
    "a substitution": alone(task("${ChargeCard}")),
    "a substitution inside of a name": alone(task("charge-card-${Stage}")),
    "a template's own function": alone(task({"Ref": "ChargeCard"})),
}

LEAVES = {
    "no text": ("empty", alone(task(""))),
    "two words with a colon": ("bad-resource", alone(task("foo:bar"))),
}

test_flags = flags("resource-not-arn", FLAGS)
test_passes = passes("resource-not-arn", PASSES)
test_leaves = leaves("resource-not-arn", LEAVES)
