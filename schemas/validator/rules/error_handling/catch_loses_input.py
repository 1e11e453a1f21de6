"""A Catch replaces the input that the next state reads.

Why: a Catch passes on the error output, with Error and Cause, in place of the input, unless ResultPath (in
JSONata, Output) keeps the input beside it. The next state here reads another field, which will be missing.

Bad example:

    {"StartAt": "Pay", "States": {
      "Pay": {"Type": "Task", "Resource": "${Pay}", "End": true,
        "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Cancel"}]},
      "Cancel": {"Type": "Task", "Resource": "${Cancel}", "InputPath": "$.order_id", "End": true}}}

Good example:

    {"StartAt": "Pay", "States": {
      "Pay": {"Type": "Task", "Resource": "${Pay}", "End": true,
        "Catch": [{"ErrorEquals": ["States.ALL"], "ResultPath": "$.error", "Next": "Cancel"}]},
      "Cancel": {"Type": "Task", "Resource": "${Cancel}", "InputPath": "$.order_id", "End": true}}}
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

_ERROR_OUTPUT = frozenset({"Error", "Cause"})
_KEEPING_THE_INPUT: dict[QueryLanguage, tuple[str, str]] = {
    "JSONPath": ("ResultPath", "$.error"),
    "JSONata": ("Output", "{% $merge([$states.input, {'error': $states.errorOutput}]) %}"),
}
_READING_THE_RESULT = frozenset({"ResultSelector", "ResultPath", "OutputPath"})


@rule("warning", Flow)
def check(flow: Flow) -> Iterator[Finding]:
    """Every catcher without ResultPath or Output whose next state reads a field that no error output has."""
    for name, steps in flow.transitions.items():
        for step in steps:
            if step.kind != "catch" or not _overwrites(step, flow.states[name]):
                continue
            target = flow.states.get(step.target)
            lost = _lost_field(target) if target else None
            if target and lost:
                params = {"state": target.name, "name": lost}
                yield Finding(step.field[:-1], params, fix=_keep_input(step, flow.states[name]))


def _overwrites(step: Transition, state: State) -> bool:
    if state.language == "JSONata":
        return "Output" not in step.fields
    return step.fields.get("ResultPath", "$") == "$"


def _keep_input(step: Transition, state: State) -> Fix:
    """Put the error output beside the input."""
    field, value = _KEEPING_THE_INPUT[state.language]
    return Fix((Set((*step.field[:-1], field), value),), safe=False)


def _lost_field(state: State) -> str | None:
    """The first field of its input that a state reads and no error output has."""
    names = (name for place in computed_values(state) for name in _input_fields(place, state))
    return next((name for name in names if name not in _ERROR_OUTPUT), None)


def _input_fields(place: FormattedValue, state: State) -> Iterator[str]:
    """The fields of the input that the expression at `place` reads."""
    if not isinstance(place.value, str) or place.path[len(state.path)] in _READING_THE_RESULT:
        return
    if place.format == "jsonata":
        for use in read(place.value).uses:
            if use.name == "states" and use.members[:1] == ("input",):
                yield from use.members[1:2]
        return
    for found in paths(place.value):
        if not found.startswith("$$") and variable(found) is None:
            yield from members(found)[:1]
