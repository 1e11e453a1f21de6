"""The deadline on a step's card is not the timeout of its state.

Why: people rely on the card: it says when somebody must have answered, and the runbook repeats it. The
service knows only TimeoutSeconds. Where the two differ, a run stops earlier than people were told, or waits
on after the deadline has passed.

Bad example:

    {"StartAt": "Decide", "States": {
      "Decide": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
        "Parameters": {"QueueUrl": "${Queue}", "MessageBody": {"token.$": "$$.Task.Token"}},
        "TimeoutSeconds": 3600, "End": true}}}

Its sidecar:

    {"version": 1, "states": {"decide": {"name": "Decide", "owner": "Order desk", "operations": {
      "deadline": 86400, "escalation": "The head of the order desk"}}}}

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

from schemas.asl.services.calls import waits_for_answer
from schemas.asl.walk import State
from schemas.core.coerce import number
from schemas.core.diagnostic import Fix
from schemas.core.edits import Set
from schemas.core.paths import Json
from schemas.sidecar.operations import MAX_SECONDS
from schemas.validator.finding import Finding, rule
from schemas.validator.operated.machine import CARDS, OperatedMachine
from schemas.validator.rules.timeouts.token_wait_unbounded import has_deadline
from schemas.wording.durations import duration_words

_TIMEOUT = "TimeoutSeconds"


@rule("warning", OperatedMachine, CARDS)
def check(operated: OperatedMachine) -> Iterator[Finding]:
    """Every Task whose timeout is another than its card's deadline, and every wait that has no timeout."""
    for state in operated.machine.of_type("Task"):
        deadline = operated.card(state).deadline
        if deadline is None:
            continue
        params = {"state": state.name, **_written("deadline", deadline)}
        timeout = number(state.fields.get(_TIMEOUT), 10 * MAX_SECONDS)
        if timeout is not None and timeout != deadline:
            finding = {**params, **_written("timeout", timeout)}
            yield Finding((*state.path, _TIMEOUT), finding, fix=_set_timeout(state, deadline))
        elif waits_for_answer(state) and not has_deadline(state.fields):
            yield Finding(state.path, {**params, "none": ""}, key=True, fix=_set_timeout(state, deadline))


def _set_timeout(state: State, deadline: float) -> Fix:
    value: Json = int(deadline) if deadline == int(deadline) else deadline
    return Fix((Set((*state.path, _TIMEOUT), value),), safe=False)


def _written(name: str, seconds: float) -> dict[str, str]:
    """The duration in the words of both languages: the messages take that of their own."""
    return {name: duration_words(seconds, "en"), f"{name}_ja": duration_words(seconds, "ja")}
