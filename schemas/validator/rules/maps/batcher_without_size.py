"""An ItemBatcher does not limit the size of a batch.

Why: a batch ends after a number of items or a number of bytes. The language asks for one of them.

Bad example:

    {"StartAt": "Ship lines", "States": {
      "Ship lines": {"Type": "Map", "End": true, "ItemBatcher": {"BatchInput": {"shop": "main"}},
        "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
          "StartAt": "Ship batch", "States": {"Ship batch": {"Type": "Pass", "End": true}}}}}}

Good example:

    {"StartAt": "Ship lines", "States": {
      "Ship lines": {"Type": "Map", "End": true,
        "ItemBatcher": {"BatchInput": {"shop": "main"}, "MaxItemsPerBatch": 100},
        "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
          "StartAt": "Ship batch", "States": {"Ship batch": {"Type": "Pass", "End": true}}}}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.walk import State
from schemas.validator.finding import Finding, rule

SIZES = ("MaxItemsPerBatch", "MaxItemsPerBatchPath", "MaxInputBytesPerBatch", "MaxInputBytesPerBatchPath")


@rule("error", State, "Map")
def check(state: State) -> Iterator[Finding]:
    """An ItemBatcher with neither a number of items nor a number of bytes."""
    batcher = state.fields.get("ItemBatcher")
    if isinstance(batcher, dict) and batcher.keys().isdisjoint(SIZES):
        yield Finding((*state.path, "ItemBatcher"), key=True)
