"""An inline Map has a field of a distributed Map.

Why: ItemReader, ItemBatcher, ResultWriter and Label are for a Map that runs its items as child executions. An
inline Map does not use them.

Bad example:

    {"StartAt": "Ship lines", "States": {
      "Ship lines": {"Type": "Map", "End": true, "ItemBatcher": {"MaxItemsPerBatch": 10},
        "ItemProcessor": {"ProcessorConfig": {"Mode": "INLINE"},
          "StartAt": "Ship line", "States": {"Ship line": {"Type": "Pass", "End": true}}}}}}

Good example:

    {"StartAt": "Ship lines", "States": {
      "Ship lines": {"Type": "Map", "End": true, "ItemBatcher": {"MaxItemsPerBatch": 10},
        "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
          "StartAt": "Ship line", "States": {"Ship line": {"Type": "Pass", "End": true}}}}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.map_processor import mode_of, processor_of
from schemas.asl.walk import State
from schemas.validator.finding import Finding, rule

FIELDS = ("ItemReader", "ItemBatcher", "ResultWriter", "Label")


@rule("warning", State, "Map")
def check(state: State) -> Iterator[Finding]:
    """Each of these fields on a Map whose mode is INLINE, which is the default."""
    if mode_of(processor_of(state.fields)) != "INLINE":
        return
    for field in FIELDS:
        if field in state.fields:
            yield Finding((*state.path, field), {"field": field}, key=True)
