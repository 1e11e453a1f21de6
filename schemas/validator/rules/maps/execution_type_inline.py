"""An inline Map has an ExecutionType.

Why: an inline Map starts no child executions, its items run inside the execution itself; the service refuses
ExecutionType there.

Bad example:

    {"StartAt": "Ship lines", "States": {
      "Ship lines": {"Type": "Map", "End": true, "ItemProcessor": {
        "ProcessorConfig": {"Mode": "INLINE", "ExecutionType": "STANDARD"},
        "StartAt": "Ship line", "States": {"Ship line": {"Type": "Pass", "End": true}}}}}}

Good example:

    {"StartAt": "Ship lines", "States": {
      "Ship lines": {"Type": "Map", "End": true, "ItemProcessor": {
        "ProcessorConfig": {"Mode": "INLINE"},
        "StartAt": "Ship line", "States": {"Ship line": {"Type": "Pass", "End": true}}}}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.map_processor import config_of, mode_of, processors_of
from schemas.asl.walk import State
from schemas.core.diagnostic import Fix
from schemas.core.edits import Remove
from schemas.validator.finding import Finding, rule


@rule("error", State, "Map")
def check(state: State) -> Iterator[Finding]:
    """A processor with an ExecutionType whose mode is INLINE, which is the default."""
    for field, processor in processors_of(state.fields):
        path = (*state.path, field, "ProcessorConfig", "ExecutionType")
        if mode_of(processor) == "INLINE" and "ExecutionType" in config_of(processor):
            yield Finding(path, key=True, fix=Fix((Remove(path),)))
