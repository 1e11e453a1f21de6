"""An inline Map has a field of a distributed one.

Why: ItemReader, ItemBatcher, ResultWriter and Label belong to a Map whose items are executions of their
own. An inline Map has no use for them.

Bad example:

    {"StartAt": "明細", "States": {
      "明細": {"Type": "Map", "End": true, "ItemBatcher": {"MaxItemsPerBatch": 10},
        "ItemProcessor": {"ProcessorConfig": {"Mode": "INLINE"},
          "StartAt": "一行", "States": {"一行": {"Type": "Pass", "End": true}}}}}}

Good example:

    {"StartAt": "明細", "States": {
      "明細": {"Type": "Map", "End": true, "ItemBatcher": {"MaxItemsPerBatch": 10},
        "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
          "StartAt": "一行", "States": {"一行": {"Type": "Pass", "End": true}}}}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.walk import State
from schemas.core.coerce import mapping
from schemas.validator.finding import Finding, rule

FIELDS = ("ItemReader", "ItemBatcher", "ResultWriter", "Label")


@rule("warning", State, "Map")
def check(state: State) -> Iterator[Finding]:
    """Every such field, where the processor's mode is INLINE or not given."""
    processor = mapping(state.fields.get("ItemProcessor", state.fields.get("Iterator")))
    if mapping(processor.get("ProcessorConfig")).get("Mode", "INLINE") != "INLINE":
        return
    for field in FIELDS:
        if field in state.fields:
            yield Finding((*state.path, field), {"field": field}, key=True)
