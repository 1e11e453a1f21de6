"""A caught failure comes to an end of the run, and nobody is told of it.

Why: a Catch takes the failure out of sight. If the way from it ends without a message, a person's task or a
notification of failed executions, the first to notice is the customer. Whom to tell stands on the card of
the step, for each failure; "ignore" and "a person decides" are answers, too.

Bad example:

    {"StartAt": "Ship", "States": {
      "Ship": {"Type": "Task", "Resource": "${Ship}", "End": true,
        "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Not shipped"}]},
      "Not shipped": {"Type": "Succeed"}}}

Its sidecar:

    {"version": 1, "states": {"ship": {"name": "Ship", "operations": {"customer": "A mail with the date"}}}}

Good example:

    {"StartAt": "Ship", "States": {
      "Ship": {"Type": "Task", "Resource": "${Ship}", "End": true,
        "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Tell"}]},
      "Tell": {"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "Next": "Not shipped",
        "Parameters": {"TopicArn": "${Topic}", "Message.$": "$.Cause"}},
      "Not shipped": {"Type": "Succeed"}}}

Its sidecar:

    {"version": 1, "states": {"ship": {"name": "Ship", "operations": {"customer": "A mail with the date"}}}}
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from schemas.asl.errors import catches_all
from schemas.asl.walk import State, Transition
from schemas.core.coerce import names
from schemas.core.paths import Path
from schemas.sidecar.telling import tells_somebody
from schemas.validator.finding import Finding, rule
from schemas.validator.operated.machine import CARDS, OperatedMachine
from schemas.validator.operated.reach import Reach, Reached

MAX_FINDINGS = 100
"""The most findings about one machine."""


@rule("warning", OperatedMachine, CARDS)
def check(operated: OperatedMachine) -> Iterator[Finding]:
    """Every catcher from which a run may end, without a word to anybody, as it does not end without it."""
    yield from islice(_untold(operated), MAX_FINDINGS)


def _untold(operated: OperatedMachine) -> Iterator[Finding]:
    telling = Reach(operated.machine, lambda state: _tells(operated, state), catches=False, leaves=False)
    usual = Reach(operated.machine, lambda state: False, catches=False)
    untold: dict[Path, Reached] = {}
    for state in operated.machine.states:
        for step, target in telling.targets(state):
            if step.kind != "catch" or _is_answered(operated, state, step):
                continue
            if target.path not in untold:
                untold[target.path] = telling.from_state(target)
            end = _silent_end(operated, untold[target.path], usual, state)
            if end is not None:
                way = f"{state.name} → {untold[target.path].way_to(end)}"
                yield Finding(step.field[:-1], {"state": state.name, "way": way})


def _silent_end(operated: OperatedMachine, untold: Reached, usual: Reach, state: State) -> State | None:
    """The first end that nobody hears of and that the state does not come to when it succeeds."""
    found = [end for end in untold.ends if not (end.type == "Fail" and operated.is_notified)]
    failed = next((end for end in found if end.type == "Fail"), None)
    if failed is not None or not found:
        return failed
    successes = {end.path for end in usual.end_of(state).ends}
    return next((end for end in found if end.path not in successes), None)


def _tells(operated: OperatedMachine, state: State) -> bool:
    card = operated.card(state)
    return tells_somebody(state, card) or any(failure.tell for failure in card.failures)


def _is_answered(operated: OperatedMachine, state: State, step: Transition) -> bool:
    """True if the state's card says, of an error that is caught here, who is told or that nobody need be."""
    caught = set(names(step.fields.get("ErrorEquals")))
    for failure in operated.card(state).failures:
        concerns = catches_all(step.fields) or not failure.errors or not caught.isdisjoint(failure.errors)
        if concerns and (failure.tell or failure.answer in ("human", "ignore")):
            return True
    return False
