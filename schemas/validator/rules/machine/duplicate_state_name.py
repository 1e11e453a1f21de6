"""Two states bear the same name.

Why: a name stands for one state in the whole machine, states inside Parallel and Map included; the
service refuses a second one.

Bad example:

    {"StartAt": "明細", "States": {
      "明細": {"Type": "Map", "End": true, "ItemProcessor": {
        "StartAt": "明細", "States": {"明細": {"Type": "Pass", "End": true}}}}}}

Good example:

    {"StartAt": "明細", "States": {
      "明細": {"Type": "Map", "End": true, "ItemProcessor": {
        "StartAt": "明細一行", "States": {"明細一行": {"Type": "Pass", "End": true}}}}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.machine import Machine
from schemas.validator.finding import Finding, rule


@rule("error", Machine)
def check(machine: Machine) -> Iterator[Finding]:
    """Every state whose name was borne before."""
    seen: set[str] = set()
    for state in machine.states:
        if state.name in seen:
            yield Finding(state.path, {"state": state.name}, key=True)
        seen.add(state.name)
