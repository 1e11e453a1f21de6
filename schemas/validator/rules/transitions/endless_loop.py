"""States lead to each other in a loop that nothing leaves, or a Choice leads straight back to itself.

Why: an execution that enters the loop stops only by a timeout or at 25,000 events. A Choice that leads back
to itself decides the same again, unless it assigns something or looks at the time. The service accepts both.

Bad example:

    {"StartAt": "Payment Method", "States": {
      "Payment Method": {"Type": "Choice", "Default": "Wait for Payment", "Choices": [
        {"Variable": "$.card", "BooleanEquals": true, "Next": "Done"}]},
      "Wait for Payment": {"Type": "Wait", "Seconds": 60, "Next": "Check Payment"},
      "Check Payment": {"Type": "Pass", "Next": "Wait for Payment"},
      "Done": {"Type": "Succeed"}}}

Good example:

    {"StartAt": "Payment Method", "States": {
      "Payment Method": {"Type": "Choice", "Default": "Wait for Payment", "Choices": [
        {"Variable": "$.card", "BooleanEquals": true, "Next": "Done"}]},
      "Wait for Payment": {"Type": "Wait", "Seconds": 60, "Next": "Payment Method"},
      "Done": {"Type": "Succeed"}}}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from schemas.asl.flow import Flow
from schemas.asl.walk import State, values
from schemas.core.coerce import mapping
from schemas.core.paths import Json, Path
from schemas.validator.finding import Finding, rule

_CHANGES = ("Assign", "Output", "OutputPath")
_VARYING = re.compile(r"\$(?:now|millis|random|uuid)\b|\$\$\.State\b|context\.State\b|\$eval\b|\$\{")


@rule("warning", Flow)
def check(flow: Flow) -> Iterator[Finding]:
    """The first state that can be reached and cannot reach an end; else every Choice that repeats itself."""
    if not flow.has_back_edge:
        return
    if flow.scope.owner is not None or flow.terminal:
        for name, state in flow.states.items():
            if name in flow.reachable and name not in flow.reaching_end:
                yield Finding(state.path, {"state": name, "exit": name}, key=True)
                return
    for name, state in flow.states.items():
        if name in flow.reachable:
            yield from _repeating(state)


def _repeating(state: State) -> Iterator[Finding]:
    """The rules of a Choice, and its Default, that lead back to it and change nothing that it looks at."""
    if state.type != "Choice" or "OutputPath" in state.fields or _varies(state.fields.get("Choices")):
        return
    rules = state.fields.get("Choices")
    for index, each in enumerate(rules if isinstance(rules, list) else []):
        if mapping(each).get("Next") == state.name and mapping(each).keys().isdisjoint(_CHANGES):
            yield _finding(state, (*state.path, "Choices", index, "Next"))
    if state.fields.get("Default") == state.name and state.fields.keys().isdisjoint(_CHANGES):
        yield _finding(state, (*state.path, "Default"))


def _finding(state: State, path: Path) -> Finding:
    return Finding(path, {"state": state.name, "again": state.name})


def _varies(rules: Json) -> bool:
    """True if a condition may have another outcome although neither input nor variables change."""
    return any(isinstance(value, str) and _VARYING.search(value) for _, value in values(rules, ()))
