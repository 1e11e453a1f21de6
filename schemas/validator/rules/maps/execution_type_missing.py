"""A distributed Map has no ExecutionType.

Why: the items run as child executions, so ProcessorConfig needs ExecutionType STANDARD or EXPRESS; the
service refuses a distributed Map without it.

Bad example:

    {"StartAt": "Ship lines", "States": {
      "Ship lines": {"Type": "Map", "End": true, "ItemProcessor": {
        "ProcessorConfig": {"Mode": "DISTRIBUTED"},
        "StartAt": "Ship line", "States": {"Ship line": {"Type": "Pass", "End": true}}}}}}

Good example:

    {"StartAt": "Ship lines", "States": {
      "Ship lines": {"Type": "Map", "End": true, "ItemProcessor": {
        "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
        "StartAt": "Ship line", "States": {"Ship line": {"Type": "Pass", "End": true}}}}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.map_processor import config_of, is_distributed, processors_of
from schemas.asl.walk import State
from schemas.validator.finding import Finding, rule


@rule("error", State, "Map")
def check(state: State) -> Iterator[Finding]:
    """A processor of mode DISTRIBUTED without an ExecutionType."""
    for field, processor in processors_of(state.fields):
        if is_distributed(processor) and "ExecutionType" not in config_of(processor):
            yield Finding((*state.path, field, "ProcessorConfig"))
