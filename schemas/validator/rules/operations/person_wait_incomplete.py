"""A step waits for an answer, and its owner, deadline or escalation is missing.

Why: a run that waits for somebody goes on only when that person answers. Somebody must own the answer, it
must be due at some time, and somebody else must hear of it when that time has passed; otherwise orders lie
there until a customer calls. The deadline is the state's TimeoutSeconds or the one of its card; an
escalation is named on the card, or a timeout is caught by a way to another message or person.

Bad example:

    {"StartAt": "Decide", "States": {
      "Decide": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
        "Parameters": {"QueueUrl": "${Queue}", "MessageBody": {"token.$": "$$.Task.Token"}},
        "TimeoutSeconds": 86400, "End": true}}}

Its sidecar:

    {"version": 1, "states": {"decide": {"name": "Decide", "operations": {"customer": "A mail"}}}}

Good example:

    {"StartAt": "Decide", "States": {
      "Decide": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
        "Parameters": {"QueueUrl": "${Queue}", "MessageBody": {"token.$": "$$.Task.Token"}},
        "TimeoutSeconds": 86400, "End": true}}}

Its sidecar:

    {"version": 1, "states": {"decide": {"name": "Decide", "owner": "Order desk", "operations": {
      "deadline": 86400, "escalation": "The head of the order desk"}}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.errors import catches_all
from schemas.asl.services.calls import waits_for_answer
from schemas.asl.walk import State, Transition
from schemas.core.coerce import names
from schemas.sidecar.telling import tells_somebody
from schemas.validator.finding import Finding, rule
from schemas.validator.operated.machine import CARDS, OperatedMachine
from schemas.validator.operated.reach import Reach
from schemas.validator.rules.timeouts.token_wait_unbounded import has_deadline

_TIMEOUTS = frozenset({"States.Timeout", "States.HeartbeatTimeout"})


@rule("warning", OperatedMachine, CARDS)
def check(operated: OperatedMachine) -> Iterator[Finding]:
    """Every Task that waits for a token or an activity's worker, with the answers that are missing."""
    waits = [state for state in operated.machine.of_type("Task") if waits_for_answer(state)]
    asked = [state for state in waits if operated.sketched_as(state) != "external"]
    if not asked:
        return
    reach = Reach(operated.machine, lambda state: False, catches=True)
    for state in asked:
        missing = list(_missing(operated, state, reach))
        if missing:
            yield Finding(state.path, {"state": state.name, **dict.fromkeys(missing, "")}, key=True)


def _missing(operated: OperatedMachine, state: State, reach: Reach) -> Iterator[str]:
    card = operated.card(state)
    if not operated.entry(state).owner:
        yield "owner"
    if card.deadline is None and not has_deadline(state.fields):
        yield "deadline"
    if not card.escalation and not _escalates(operated, state, reach):
        yield "escalation"


def _escalates(operated: OperatedMachine, state: State, reach: Reach) -> bool:
    """True if a catcher of the timeout leads to a step that tells or asks somebody."""
    for step, target in reach.targets(state):
        if step.kind == "catch" and _catches_timeout(step):
            reached = reach.from_state(target).states.values()
            if any(_tells(operated, found) for found in reached if found.path != state.path):
                return True
    return False


def _tells(operated: OperatedMachine, state: State) -> bool:
    return tells_somebody(state, operated.card(state))


def _catches_timeout(step: Transition) -> bool:
    return catches_all(step.fields) or not _TIMEOUTS.isdisjoint(names(step.fields.get("ErrorEquals")))
