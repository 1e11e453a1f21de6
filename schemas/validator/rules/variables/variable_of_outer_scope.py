"""A state inside a Parallel or Map assigns a variable of the states outside.

Why: the states inside may read the variables of the states outside, but not assign them. Return the value as
the output of the last state inside, and assign it in the Parallel or Map.

Bad example:

    {"QueryLanguage": "JSONata", "StartAt": "Begin", "States": {
      "Begin": {"Type": "Pass", "Assign": {"total": 0}, "Next": "Add up"},
      "Add up": {"Type": "Parallel", "End": true, "Branches": [{"StartAt": "Total", "States": {
        "Total": {"Type": "Pass", "Assign": {"total": 1}, "End": true}}}]}}}

Good example:

    {"QueryLanguage": "JSONata", "StartAt": "Begin", "States": {
      "Begin": {"Type": "Pass", "Assign": {"total": 0}, "Next": "Add up"},
      "Add up": {"Type": "Parallel", "Assign": {"total": "{% $states.result[0] %}"}, "End": true,
        "Branches": [{"StartAt": "Total", "States": {"Total": {"Type": "Pass", "Output": 1, "End": true}}}]}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.assignments import assigned_names, every_assign
from schemas.asl.machine import Machine
from schemas.asl.map_processor import is_distributed
from schemas.asl.walk import Scope
from schemas.core.coerce import mapping
from schemas.core.paths import Path
from schemas.validator.finding import Finding, rule


@rule("warning", Machine)
def check(machine: Machine) -> Iterator[Finding]:
    """Every Assign in an inner scope to a variable that an outer scope assigns."""
    assigned: dict[Path, set[str]] = {}
    for flow in machine.flows:
        outer = [assigned[scope.path] for scope in _around(flow.scope)]
        own = assigned[flow.scope.path] = set()
        for state in flow.states.values():
            for path, fields in every_assign(state):
                own.update(assigned_names(fields))
                for key in mapping(fields["Assign"]):
                    name = key.removesuffix(".$")
                    if any(name in names for names in outer):
                        yield Finding((*path, "Assign", key), {"name": name}, key=True)


def _around(scope: Scope) -> Iterator[Scope]:
    """The outer scopes whose variables `scope` can read, from the inside out."""
    while scope.owner is not None and not is_distributed(scope.fields):
        scope = scope.owner.scope
        yield scope
