"""Two Maps bear the same label.

Why: a label names a Map in the ARNs of what it starts, so it stands for one Map in the whole machine; the
service refuses a second one.

Bad example:

    {"StartAt": "明細", "States": {
      "明細": {"Type": "Map", "Label": "lines", "Next": "返品", "ItemProcessor": {
        "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
        "StartAt": "一行", "States": {"一行": {"Type": "Succeed"}}}},
      "返品": {"Type": "Map", "Label": "lines", "End": true, "ItemProcessor": {
        "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
        "StartAt": "一品", "States": {"一品": {"Type": "Succeed"}}}}}}

Good example:

    {"StartAt": "明細", "States": {
      "明細": {"Type": "Map", "Label": "lines", "Next": "返品", "ItemProcessor": {
        "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
        "StartAt": "一行", "States": {"一行": {"Type": "Succeed"}}}},
      "返品": {"Type": "Map", "Label": "returns", "End": true, "ItemProcessor": {
        "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
        "StartAt": "一品", "States": {"一品": {"Type": "Succeed"}}}}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.machine import Machine
from schemas.core.placeholder import is_placeholder
from schemas.validator.finding import Finding, rule


@rule("error", Machine)
def check(machine: Machine) -> Iterator[Finding]:
    """Every label that was borne before."""
    seen: set[str] = set()
    for state in machine.of_type("Map"):
        label = state.fields.get("Label")
        if not isinstance(label, str) or is_placeholder(label):
            continue
        if label in seen:
            yield Finding((*state.path, "Label"), {"label": label})
        seen.add(label)
