"""An ItemBatcher does not say how large a batch is.

Why: a batch ends after so many items, or so many bytes. The language asks for one of them.

Bad example:

    {"StartAt": "明細", "States": {
      "明細": {"Type": "Map", "End": true, "ItemBatcher": {"BatchInput": {"shop": "本店"}},
        "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
          "StartAt": "一組", "States": {"一組": {"Type": "Pass", "End": true}}}}}}

Good example:

    {"StartAt": "明細", "States": {
      "明細": {"Type": "Map", "End": true,
        "ItemBatcher": {"BatchInput": {"shop": "本店"}, "MaxItemsPerBatch": 100},
        "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
          "StartAt": "一組", "States": {"一組": {"Type": "Pass", "End": true}}}}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.walk import State
from schemas.validator.finding import Finding, rule

SIZES = ("MaxItemsPerBatch", "MaxItemsPerBatchPath", "MaxInputBytesPerBatch", "MaxInputBytesPerBatchPath")


@rule("error", State, "Map")
def check(state: State) -> Iterator[Finding]:
    """An ItemBatcher with none of them."""
    batcher = state.fields.get("ItemBatcher")
    if isinstance(batcher, dict) and batcher.keys().isdisjoint(SIZES):
        yield Finding((*state.path, "ItemBatcher"), key=True)
