"""An ItemBatcher does not limit the size of a batch."""

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


def each(**batcher: Any) -> Definition:
    """A distributed Map with that ItemBatcher."""
    return map_over(machine({"B": DONE}, ProcessorConfig=DISTRIBUTED), ItemBatcher=batcher)


FLAGS = {
    "an input for each batch only": Flag(alone(each(BatchInput={"shop": "main"})), "/States/A/ItemBatcher"),
    "nothing": Flag(alone(each()), "/States/A/ItemBatcher"),
    "a misspelt field": Flag(alone(each(MaxItemPerBatch=10)), "/States/A/ItemBatcher"),
    "a size in the input of each batch": Flag(
        alone(each(BatchInput={"MaxItemsPerBatch": 10})), "/States/A/ItemBatcher"
    ),
    "JSONata": Flag(
        jsonata({"A": each(BatchInput={"shop": "{% $states.input.shop %}"})}), "/States/A/ItemBatcher"
    ),
    "a Map in a branch": Flag(
        in_branch(machine({"A": each(BatchInput={})})), "/States/Both/Branches/1/States/A/ItemBatcher"
    ),
    "a Map in a Map": Flag(
        in_map(machine({"A": each(BatchInput={})})), "/States/Each/ItemProcessor/States/A/ItemBatcher"
    ),
}

PASSES = {
    "a number of items": alone(each(BatchInput={"shop": "main"}, MaxItemsPerBatch=100)),
    "a number of bytes": alone(each(MaxInputBytesPerBatch=262144)),
    "both": alone(each(MaxItemsPerBatch=100, MaxInputBytesPerBatch=1024)),
    "a number of items that is read": alone(each(MaxItemsPerBatchPath="$.size")),
    "a number of bytes that is read": alone(each(MaxInputBytesPerBatchPath="$.bytes")),
    "a number of items in JSONata": jsonata({"A": each(MaxItemsPerBatch="{% $states.input.size %}")}),
    "no ItemBatcher": alone(map_over(machine({"B": DONE}, ProcessorConfig=DISTRIBUTED))),
}

test_flags = flags("batcher-without-size", FLAGS)
test_passes = passes("batcher-without-size", PASSES)
