"""A variable is read where it may have no value.

Why: a variable has a value from the state after the one that assigns it. It has none where another path leads
to the state without assigning it, or inside a distributed Map where the states outside assign it; reading it
fails the run. $exists($name) tests for it without failing.

Bad example:

    {"QueryLanguage": "JSONata", "StartAt": "Is member", "States": {
      "Is member": {"Type": "Choice", "Default": "Total", "Choices": [
        {"Condition": "{% $states.input.member %}", "Assign": {"discount": 100}, "Next": "Total"}]},
      "Total": {"Type": "Pass", "Output": "{% $states.input.price - $discount %}", "End": true}}}

Good example:

    {"QueryLanguage": "JSONata", "StartAt": "Is member", "States": {
      "Is member": {"Type": "Choice", "Default": "Total", "Assign": {"discount": 0}, "Choices": [
        {"Condition": "{% $states.input.member %}", "Assign": {"discount": 100}, "Next": "Total"}]},
      "Total": {"Type": "Pass", "Output": "{% $states.input.price - $discount %}", "End": true}}}
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from schemas.asl.assignments import Assignments, assignments
from schemas.asl.expressions.computed import variables_read
from schemas.asl.expressions.functions import FUNCTIONS
from schemas.asl.machine import Machine
from schemas.asl.map_processor import is_distributed
from schemas.asl.walk import Scope, State
from schemas.core.did_you_mean import Names
from schemas.validator.finding import Finding, rule

MAX_FINDINGS = 20
"""The most findings about one state."""


@rule("warning", Machine)
def check(machine: Machine) -> Iterator[Finding]:
    """Every variable without a certain value that a state reads, once for each text."""
    readers = [state for state in machine.states if variables_read(state)]
    assigned = assignments(machine) if readers else None
    if assigned is None:
        return
    names = Names([*assigned.bits, "states"])
    for state in readers:
        if state.path in assigned.at:
            yield from islice(_read_too_early(state, assigned, names), MAX_FINDINGS)


def _read_too_early(state: State, assigned: Assignments, names: Names) -> Iterator[Finding]:
    here = assigned.at[state.path]
    for path, name in variables_read(state):
        bit = assigned.bits.get(name)
        if bit is None:
            if name not in FUNCTIONS:
                yield Finding(path, _never(name, names.nearest(name)))
        elif not here.sometimes & bit:
            outer = any(is_distributed(scope.fields) for scope in _around(state))
            yield Finding(path, {"name": name, "outer": name} if outer else _never(name, None))
        elif not here.always & bit:
            yield Finding(path, {"name": name, "sometimes": name})


def _never(name: str, meant: str | None) -> dict[str, str]:
    params = {"name": name, "never": name}
    return params if meant is None else {**params, "nearest": meant}


def _around(state: State) -> Iterator[Scope]:
    scope: Scope | None = state.scope
    while scope:
        yield scope
        scope = scope.owner.scope if scope.owner else None
