"""A step moves money in an Express workflow.

Why: an asynchronous Express workflow runs at least once, so one order may be run twice, and no history
stays in which to look up what was paid. Let a Standard workflow move the money. Where it must be Express,
the key must come from the order, never from the execution, so that a second run uses the same.

Bad example (Express):

    {"StartAt": "Charge", "States": {"Charge": {"Type": "Task", "Resource": "${Charge}", "End": true}}}

Its sidecar:

    {"version": 1, "type": "EXPRESS", "states": {"charge": {"name": "Charge", "operations": {
      "money": "takes", "idempotency": {"kind": "key", "by": "the order's number"}}}}}

Good example:

    {"StartAt": "Charge", "States": {"Charge": {"Type": "Task", "Resource": "${Charge}", "End": true}}}

Its sidecar:

    {"version": 1, "type": "STANDARD", "states": {"charge": {"name": "Charge", "operations": {
      "money": "takes", "idempotency": {"kind": "key", "by": "the order's number"}}}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.map_processor import config_of
from schemas.asl.walk import Scope, State
from schemas.validator.finding import Finding, rule
from schemas.validator.operated.machine import CARDS, OperatedMachine


@rule("warning", OperatedMachine, CARDS)
def check(operated: OperatedMachine) -> Iterator[Finding]:
    """Every Task that moves money in an Express machine, or in the Express executions of a Map."""
    for state in operated.machine.of_type("Task"):
        card = operated.card(state)
        if card.moves_money and (operated.machine.type == "EXPRESS" or _runs_express(state)):
            keyed = {"keyed": ""} if card.idempotency == "key" else {}
            yield Finding(state.path, {"state": state.name, **keyed}, key=True)


def _runs_express(state: State) -> bool:
    scope: Scope = state.scope
    while scope.owner is not None:
        if config_of(scope.fields).get("ExecutionType") == "EXPRESS":
            return True
        scope = scope.owner.scope
    return False
