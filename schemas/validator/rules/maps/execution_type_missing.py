"""A distributed Map does not say what kind of executions it starts.

Why: each item runs as an execution of its own, so ProcessorConfig needs ExecutionType STANDARD or
EXPRESS; the service refuses one without.

Bad example:

    {"StartAt": "明細", "States": {
      "明細": {"Type": "Map", "End": true, "ItemProcessor": {
        "ProcessorConfig": {"Mode": "DISTRIBUTED"},
        "StartAt": "一行", "States": {"一行": {"Type": "Pass", "End": true}}}}}}

Good example:

    {"StartAt": "明細", "States": {
      "明細": {"Type": "Map", "End": true, "ItemProcessor": {
        "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
        "StartAt": "一行", "States": {"一行": {"Type": "Pass", "End": true}}}}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.walk import State
from schemas.core.coerce import mapping
from schemas.validator.finding import Finding, rule


@rule("error", State, "Map")
def check(state: State) -> Iterator[Finding]:
    """A processor of mode DISTRIBUTED without an ExecutionType."""
    for field in ("ItemProcessor", "Iterator"):
        config = mapping(mapping(state.fields.get(field)).get("ProcessorConfig"))
        if config.get("Mode") == "DISTRIBUTED" and "ExecutionType" not in config:
            yield Finding((*state.path, field, "ProcessorConfig"))
