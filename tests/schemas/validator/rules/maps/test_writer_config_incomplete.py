"""A WriterConfig has one of its two fields."""

from __future__ import annotations

from rule_cases import (
    DISTRIBUTED,
    DONE,
    STATES,
    Flag,
    flags,
    in_branch,
    jsonata,
    leaves,
    machine,
    map_over,
    passes,
)

LINES = machine({"B": DONE}, ProcessorConfig=DISTRIBUTED)
AT = "/States/A/ResultWriter/WriterConfig"


def writing(config, **fields):
    return machine({"A": map_over(LINES, ResultWriter={**fields, "WriterConfig": config})})


FLAGS = {
    "the type alone": Flag(writing({"OutputType": "JSONL"}), AT, {"missing": "Transformation"}),
    "the transformation alone": Flag(writing({"Transformation": "NONE"}), AT, {"missing": "OutputType"}),
    "neither": Flag(writing({}), AT, {"missing": "Transformation, OutputType"}),
    "in JSONata": Flag(
        jsonata({"A": map_over(LINES, ResultWriter={"WriterConfig": {"OutputType": "JSON"}})}), AT
    ),
    "inside a branch": Flag(in_branch(writing({"OutputType": "JSON"})), f"/States/Both/Branches/1{AT}"),
}

PASSES = {
    "both": writing({"Transformation": "COMPACT", "OutputType": "JSON"}),
    "both beside a bucket": writing(
        {"Transformation": "COMPACT", "OutputType": "JSON"},
        Resource=f"{STATES}s3:putObject",
        Parameters={"Bucket": "b"},
    ),
    "no writer": machine({"A": map_over(LINES)}),
}

LEAVES = {"a config that is no object": ("not-an-object", writing("JSON"))}

test_flags = flags("writer-config-incomplete", FLAGS)
test_passes = passes("writer-config-incomplete", PASSES)
test_leaves = leaves("writer-config-incomplete", LEAVES)
