"""Nobody has said what happens if a step fails.

Why: the question "what if this fails?" costs a minute in the talk and an evening in operation. The step's
card has it: what can fail, and for each whether the machine retries, a person decides, it is made good or
ignored, and who is told.

Bad example:

    {"StartAt": "Ship", "States": {"Ship": {"Type": "Task", "Resource": "${Ship}", "End": true}}}

Its sidecar:

    {"version": 1, "states": {"ship": {"name": "Ship", "operations": {"customer": "A mail with the date"}}}}

Good example:

    {"StartAt": "Ship", "States": {"Ship": {"Type": "Task", "Resource": "${Ship}", "End": true}}}

Its sidecar:

    {"version": 1, "states": {"ship": {"name": "Ship", "operations": {"failures": [
      {"what": "The carrier does not answer", "answer": "human", "tell": "Dispatch"}]}}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.validator.finding import Finding, rule
from schemas.validator.operated.machine import CARDS, OperatedMachine


@rule("hint", OperatedMachine, CARDS)
def check(operated: OperatedMachine) -> Iterator[Finding]:
    """Every Task whose card names no failure, and every failure on a card that has no answer yet."""
    for state in operated.machine.of_type("Task"):
        failures = operated.card(state).failures
        if not failures:
            yield Finding(state.path, {"state": state.name}, key=True)
        for failure in failures:
            if not failure.answer:
                yield Finding(state.path, {"state": state.name, "failure": failure.what or "…"}, key=True)
