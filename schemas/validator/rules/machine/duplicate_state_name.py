"""Two states have the same name.

Why: state names are unique in the whole machine, inside Parallel and Map too; the service refuses a second
state of the same name.

Bad example:

    {"StartAt": "Lines", "States": {
      "Lines": {"Type": "Map", "End": true, "ItemProcessor": {
        "StartAt": "Lines", "States": {"Lines": {"Type": "Pass", "End": true}}}}}}

Good example:

    {"StartAt": "Lines", "States": {
      "Lines": {"Type": "Map", "End": true, "ItemProcessor": {
        "StartAt": "Line", "States": {"Line": {"Type": "Pass", "End": true}}}}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.machine import Machine
from schemas.validator.finding import Finding, rule


@rule("error", Machine)
def check(machine: Machine) -> Iterator[Finding]:
    """Every state whose name an earlier state has."""
    seen: set[str] = set()
    for state in machine.states:
        if state.name in seen:
            yield Finding(state.path, {"state": state.name}, key=True)
        seen.add(state.name)
