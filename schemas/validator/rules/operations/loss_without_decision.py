"""A machine reaches a step that loses money, and no person has decided it.

Why: each refund loses the payment's fee. Where a run can come to such a step without a person's answer, by
a Catch for example, one fault in another system may pay back every order of a day. A person's wait counts
once it is answered; where it ends by its timeout, nobody has decided. Nor has anybody where a run comes
back to a step that has lost money already and has neither key nor condition.

Bad example:

    {"StartAt": "Ship", "States": {
      "Ship": {"Type": "Task", "Resource": "${Ship}", "Next": "Done",
        "Catch": [{"ErrorEquals": ["States.ALL"], "ResultPath": "$.error", "Next": "Refund"}]},
      "Refund": {"Type": "Task", "Resource": "${Refund}", "Next": "Done"},
      "Done": {"Type": "Succeed"}}}

Its sidecar:

    {"version": 1, "states": {"refund": {"name": "Refund", "operations": {"money": "losesFee"}}}}

Good example:

    {"StartAt": "Ship", "States": {
      "Ship": {"Type": "Task", "Resource": "${Ship}", "Next": "Done",
        "Catch": [{"ErrorEquals": ["States.ALL"], "ResultPath": "$.error", "Next": "Decide"}]},
      "Decide": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
        "Parameters": {"QueueUrl": "${Queue}", "MessageBody": {"token.$": "$$.Task.Token"}},
        "TimeoutSeconds": 86400, "Next": "Refund"},
      "Refund": {"Type": "Task", "Resource": "${Refund}", "Next": "Done"},
      "Done": {"Type": "Succeed"}}}

Its sidecar:

    {"version": 1, "states": {
      "decide": {"name": "Decide", "owner": "Order desk"},
      "refund": {"name": "Refund", "operations": {"money": "losesFee"}}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.validator.finding import Finding, rule
from schemas.validator.operated.machine import CARDS, OperatedMachine
from schemas.validator.operated.reach import Reach
from schemas.validator.operated.steps import is_person_wait


@rule("warning", OperatedMachine, CARDS)
def check(operated: OperatedMachine) -> Iterator[Finding]:
    """Every step that loses money and that a path without a person's answer leads to, with that path."""
    losing = [state for state in operated.machine.states if operated.card(state).money == "losesFee"]
    if not losing:
        return
    reach = Reach(operated.machine, lambda state: is_person_wait(operated, state), catches=True)
    reached = reach.from_start()
    for state in losing:
        if state.path in reached.states:
            yield Finding(state.path, {"state": state.name, "way": reached.way_to(state)}, key=True)
        elif operated.card(state).idempotency not in ("key", "condition"):
            again = reach.end_of(state)
            if state.path in again.states:
                way = f"{state.name} → {again.way_to(state)}"
                yield Finding(state.path, {"state": state.name, "way": way, "again": ""}, key=True)
