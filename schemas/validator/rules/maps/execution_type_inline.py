"""An inline Map says what kind of executions it starts.

Why: an inline Map starts none, its items run inside the execution; the service refuses
ExecutionType there.

Bad example:

    {"StartAt": "明細", "States": {
      "明細": {"Type": "Map", "End": true, "ItemProcessor": {
        "ProcessorConfig": {"Mode": "INLINE", "ExecutionType": "STANDARD"},
        "StartAt": "一行", "States": {"一行": {"Type": "Pass", "End": true}}}}}}

Good example:

    {"StartAt": "明細", "States": {
      "明細": {"Type": "Map", "End": true, "ItemProcessor": {
        "ProcessorConfig": {"Mode": "INLINE"},
        "StartAt": "一行", "States": {"一行": {"Type": "Pass", "End": true}}}}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.walk import State
from schemas.core.coerce import mapping
from schemas.core.diagnostic import Fix
from schemas.core.edits import Remove
from schemas.validator.finding import Finding, rule


@rule("error", State, "Map")
def check(state: State) -> Iterator[Finding]:
    """A processor of mode INLINE, or of none, with an ExecutionType."""
    for field in ("ItemProcessor", "Iterator"):
        config = mapping(mapping(state.fields.get(field)).get("ProcessorConfig"))
        path = (*state.path, field, "ProcessorConfig", "ExecutionType")
        if config.get("Mode", "INLINE") == "INLINE" and "ExecutionType" in config:
            yield Finding(path, key=True, fix=Fix((Remove(path),)))
