"""A step moves money, and nothing keeps it from doing so twice.

Why: a step may run twice although nobody asked for it: a retry after an answer that got lost, a redrive, a
second click. With a key that is the same each time (the order's number), or a condition on what is stored,
the second call changes nothing. Its card says which, after somebody has made sure.

Bad example:

    {"StartAt": "Charge", "States": {"Charge": {"Type": "Task", "Resource": "${Charge}", "End": true}}}

Its sidecar:

    {"version": 1, "states": {"charge": {"name": "Charge", "operations": {"money": "takes"}}}}

Good example:

    {"StartAt": "Charge", "States": {"Charge": {"Type": "Task", "Resource": "${Charge}", "End": true}}}

Its sidecar:

    {"version": 1, "states": {"charge": {"name": "Charge", "operations": {
      "money": "takes", "idempotency": {"kind": "key", "by": "the order's number"}}}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.validator.finding import Finding, rule
from schemas.validator.operated.machine import CARDS, OperatedMachine


@rule("warning", OperatedMachine, CARDS)
def check(operated: OperatedMachine) -> Iterator[Finding]:
    """Every Task that moves money and whose card says nothing of a key or a condition."""
    for state in operated.machine.of_type("Task"):
        card = operated.card(state)
        if card.moves_money and card.idempotency not in ("key", "condition"):
            answered = {"none": ""} if card.idempotency == "none" else {"unanswered": ""}
            yield Finding(state.path, {"state": state.name, **answered}, key=True)
