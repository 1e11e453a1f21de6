"""A number of a Map is read from the Context object."""

from __future__ import annotations

from rule_cases import (
    DISTRIBUTED,
    DONE,
    STATES,
    Flag,
    flags,
    leaves,
    machine,
    map_over,
    passes,
    state,
)

LINES = machine({"B": DONE}, ProcessorConfig=DISTRIBUTED)
INPUT = "$$.Execution.Input.n"


def with_(**fields):
    return machine({"A": map_over(LINES, **fields)})


def reading(path):
    reader = {
        "Resource": f"{STATES}s3:getObject",
        "ReaderConfig": {"InputType": "JSON", "MaxItemsPath": path},
        "Parameters": {"Bucket": "b", "Key": "k"},
    }
    return with_(ItemReader=reader)


FLAGS = {
    "the concurrency": Flag(
        with_(MaxConcurrencyPath=INPUT), "/States/A/MaxConcurrencyPath", {"field": "MaxConcurrencyPath"}
    ),
    "the tolerated failures": Flag(
        with_(ToleratedFailureCountPath=INPUT, ToleratedFailurePercentagePath="$$.Map.Item.Index"),
        ("/States/A/ToleratedFailureCountPath", "/States/A/ToleratedFailurePercentagePath"),
    ),
    "the sizes of a batch": Flag(
        with_(ItemBatcher={"MaxItemsPerBatchPath": INPUT, "MaxInputBytesPerBatchPath": "$$['State']"}),
        ("/States/A/ItemBatcher/MaxItemsPerBatchPath", "/States/A/ItemBatcher/MaxInputBytesPerBatchPath"),
    ),
    "the most items of a reader": Flag(reading(INPUT), "/States/A/ItemReader/ReaderConfig/MaxItemsPath"),
    "an inline Map": Flag(
        machine({"A": map_over(machine({"B": DONE}), MaxConcurrencyPath=INPUT)}),
        "/States/A/MaxConcurrencyPath",
    ),
}

PASSES = {
    "the input": with_(MaxConcurrencyPath="$.n", ToleratedFailureCountPath="$.a.b[0]"),
    "a variable": machine(
        {
            "Set": state("Pass", Assign={"n": 1}, Next="A"),
            "A": map_over(LINES, MaxConcurrencyPath="$n"),
        }
    ),
    "a substitution": with_(MaxConcurrencyPath="${Path}"),
    "the list of items": with_(ItemsPath="$$.Execution.Input.lines"),
    "the input of a reader": reading("$.n"),
}

LEAVES = {
    "no path": ("bad-path", with_(MaxConcurrencyPath="n")),
    "a number": ("not-a-string", with_(MaxConcurrencyPath=3)),
}

test_flags = flags("context-in-number-path", FLAGS)
test_passes = passes("context-in-number-path", PASSES)
test_leaves = leaves("context-in-number-path", LEAVES)
