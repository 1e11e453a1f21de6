"""An inline Map has a field of a distributed Map."""

from __future__ import annotations

from typing import Any

from rule_cases import (
    DISTRIBUTED,
    DONE,
    Definition,
    Express,
    Flag,
    alone,
    flags,
    in_branch,
    jsonata,
    machine,
    map_over,
    passes,
    state,
)

READER = {"Resource": "arn:aws:states:::s3:listObjectsV2", "Parameters": {"Bucket": "orders"}}
WRITER = {"Resource": "arn:aws:states:::s3:putObject", "Parameters": {"Bucket": "results"}}


def each(config: Any = None, **fields: Any) -> Definition:
    """A Map with those fields whose processor has that config, or none."""
    return map_over(machine({"B": DONE}, **({"ProcessorConfig": config} if config else {})), **fields)


FLAGS = {
    "a batcher, with the mode INLINE": Flag(
        alone(each({"Mode": "INLINE"}, ItemBatcher={"MaxItemsPerBatch": 10})),
        "/States/A/ItemBatcher",
        {"field": "ItemBatcher"},
    ),
    "a batcher, without a ProcessorConfig": Flag(
        alone(each(ItemBatcher={"MaxItemsPerBatch": 10})), "/States/A/ItemBatcher"
    ),
    "a reader": Flag(alone(each(ItemReader=READER)), "/States/A/ItemReader", {"field": "ItemReader"}),
    "a writer": Flag(alone(each(ResultWriter=WRITER)), "/States/A/ResultWriter", {"field": "ResultWriter"}),
    "a label": Flag(alone(each(Label="lines")), "/States/A/Label", {"field": "Label"}),
    "a reader and a label, in the order of the text": Flag(
        alone(each(Label="lines", ItemReader=READER)), ("/States/A/Label", "/States/A/ItemReader")
    ),
    "an older Iterator": Flag(
        alone(state("Map", Iterator=machine({"B": DONE}), Label="lines")), "/States/A/Label"
    ),
    "an Express machine": Flag(Express(alone(each(Label="lines"))), "/States/A/Label"),
    "JSONata": Flag(jsonata({"A": each(Label="lines")}), "/States/A/Label"),
    "a Map in a branch": Flag(
        in_branch(machine({"A": each(Label="lines")})), "/States/Both/Branches/1/States/A/Label"
    ),
    "an inline Map in a distributed one": Flag(
        alone(map_over(machine({"Inner": each(Label="lines")}, ProcessorConfig=DISTRIBUTED))),
        "/States/A/ItemProcessor/States/Inner/Label",
    ),
}

PASSES = {
    "all of them on a distributed Map": alone(
        each(
            DISTRIBUTED,
            ItemReader=READER,
            ItemBatcher={"MaxItemsPerBatch": 10},
            ResultWriter=WRITER,
            Label="lines",
        )
    ),
    "none of them on an inline Map": alone(each({"Mode": "INLINE"}, MaxConcurrency=5)),
    "an ItemSelector, which both have": alone(each(ItemSelector={"line.$": "$$.Map.Item.Value"})),
    "tolerated failures": alone(each(ToleratedFailureCount=1)),
    "a substitution for the mode": alone(each({"Mode": "${Mode}"}, Label="lines")),
    "a distributed Map in an inline one": alone(
        map_over(machine({"Inner": each(DISTRIBUTED, Label="lines")}))
    ),
}

test_flags = flags("distributed-only-field", FLAGS)
test_passes = passes("distributed-only-field", PASSES)
