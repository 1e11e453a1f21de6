"""A Catch replaces the input that the next state reads.

Why: what a Catch hands on is the error, with Error and Cause, unless ResultPath (in JSONata, Output) says how
to keep the input beside it. The next state here reads something else, which will not be there.

Bad example:

    {"StartAt": "決済", "States": {
      "決済": {"Type": "Task", "Resource": "${Pay}", "End": true,
        "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "取消"}]},
      "取消": {"Type": "Task", "Resource": "${Cancel}", "InputPath": "$.order_id", "End": true}}}

Good example:

    {"StartAt": "決済", "States": {
      "決済": {"Type": "Task", "Resource": "${Pay}", "End": true,
        "Catch": [{"ErrorEquals": ["States.ALL"], "ResultPath": "$.error", "Next": "取消"}]},
      "取消": {"Type": "Task", "Resource": "${Cancel}", "InputPath": "$.order_id", "End": true}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.expressions.computed import computed_values, paths
from schemas.asl.expressions.embedded import read
from schemas.asl.expressions.formatted_values import FormattedValue
from schemas.asl.expressions.path import members, variable
from schemas.asl.flow import Flow
from schemas.asl.walk import QueryLanguage, State, Transition
from schemas.core.diagnostic import Fix
from schemas.core.edits import Set
from schemas.validator.finding import Finding, rule

KEPT = frozenset({"Error", "Cause"})
_BESIDE: dict[QueryLanguage, tuple[str, str]] = {
    "JSONPath": ("ResultPath", "$.error"),
    "JSONata": ("Output", "{% $merge([$states.input, {'error': $states.errorOutput}]) %}"),
}
_OF_THE_RESULT = frozenset({"ResultSelector", "ResultPath", "OutputPath"})


@rule("warning", Flow)
def check(flow: Flow) -> Iterator[Finding]:
    """Every catcher without ResultPath or Output, whose next state reads more than the error."""
    for name, steps in flow.transitions.items():
        for step in steps:
            if step.kind != "catch" or not _overwrites(step, flow.states[name]):
                continue
            target = flow.states.get(step.target)
            found = _read_of_input(target) if target else None
            if target and found:
                params = {"state": target.name, "name": found}
                yield Finding(step.path[:-1], params, fix=_kept(step, flow.states[name]))


def _overwrites(step: Transition, state: State) -> bool:
    if state.language == "JSONata":
        return "Output" not in step.fields
    return step.fields.get("ResultPath", "$") == "$"


def _kept(step: Transition, state: State) -> Fix:
    """The error beside the input."""
    field, value = _BESIDE[state.language]
    return Fix((Set((*step.path[:-1], field), value),), safe=False)


def _read_of_input(state: State) -> str | None:
    """The first field of its input that a state reads, other than those of an error."""
    names = (name for place in computed_values(state) for name in _of_input(place, state))
    return next((name for name in names if name not in KEPT), None)


def _of_input(place: FormattedValue, state: State) -> Iterator[str]:
    if not isinstance(place.value, str) or place.path[len(state.path)] in _OF_THE_RESULT:
        return
    if place.format == "jsonata":
        for use in read(place.value).uses:
            if use.name == "states" and use.members[:1] == ("input",):
                yield from use.members[1:2]
        return
    for found in paths(place.value):
        if not found.startswith("$$") and variable(found) is None:
            yield from members(found)[:1]
