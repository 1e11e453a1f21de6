"""Two Maps have the same Label.

Why: a label names a Map in the ARNs of its child executions, so it must be unique in the whole state machine;
the service refuses a second one.

Bad example:

    {"StartAt": "Ship lines", "States": {
      "Ship lines": {"Type": "Map", "Label": "lines", "Next": "Take returns", "ItemProcessor": {
        "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
        "StartAt": "Ship line", "States": {"Ship line": {"Type": "Succeed"}}}},
      "Take returns": {"Type": "Map", "Label": "lines", "End": true, "ItemProcessor": {
        "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
        "StartAt": "Take back", "States": {"Take back": {"Type": "Succeed"}}}}}}

Good example:

    {"StartAt": "Ship lines", "States": {
      "Ship lines": {"Type": "Map", "Label": "lines", "Next": "Take returns", "ItemProcessor": {
        "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
        "StartAt": "Ship line", "States": {"Ship line": {"Type": "Succeed"}}}},
      "Take returns": {"Type": "Map", "Label": "returns", "End": true, "ItemProcessor": {
        "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
        "StartAt": "Take back", "States": {"Take back": {"Type": "Succeed"}}}}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.machine import Machine
from schemas.core.placeholder import is_placeholder
from schemas.validator.finding import Finding, rule


@rule("error", Machine)
def check(machine: Machine) -> Iterator[Finding]:
    """Every label that an earlier Map has."""
    seen: set[str] = set()
    for state in machine.of_type("Map"):
        label = state.fields.get("Label")
        if not isinstance(label, str) or is_placeholder(label):
            continue
        if label in seen:
            yield Finding((*state.path, "Label"), {"label": label})
        seen.add(label)
