"""A step moves an amount of money that the browser has sent.

Why: whoever orders can change what the browser sends, and so pays what he likes, or is paid back more than he
paid. The amount is followed from the input contract into the arguments of each step whose card says that it
moves money. Read the price from the table of products, or the amount from the payment itself.

Bad example:

    {"StartAt": "Charge", "States": {"Charge": {"Type": "Task", "Resource": "${Charge}", "End": true,
      "Parameters": {"order_id.$": "$.order_id", "amount.$": "$.total"}}}}

Its sidecar:

    {"version": 1,
     "states": {"charge": {"name": "Charge", "operations": {
       "money": "takes", "idempotency": {"kind": "key", "by": "the order's number"}}}},
     "input": {"fields": {"order_id": {"type": "string", "sentBy": "browser"},
       "total": {"type": "number", "sentBy": "browser"}}}}

Good example:

    {"StartAt": "Charge", "States": {"Charge": {"Type": "Task", "Resource": "${Charge}", "End": true,
      "Parameters": {"order_id.$": "$.order_id"}}}}

Its sidecar:

    {"version": 1,
     "states": {"charge": {"name": "Charge", "operations": {
       "money": "takes", "idempotency": {"kind": "key", "by": "the order's number"}}}},
     "input": {"fields": {"order_id": {"type": "string", "sentBy": "browser"},
       "total": {"type": "number", "sentBy": "browser"}}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.dataflow.reads import reads
from schemas.asl.dataflow.shapes import origins_in
from schemas.asl.dataflow.transfer import Visit
from schemas.asl.services.arguments import arguments_field
from schemas.core.paths import Path
from schemas.validator.finding import Finding, rule
from schemas.validator.operated.contract import names_price
from schemas.validator.operated.machine import CONTRACT, OperatedMachine


@rule("warning", OperatedMachine, CONTRACT)
def check(operated: OperatedMachine) -> Iterator[Finding]:
    """Every argument of a step that moves money which the browser has sent and which is a price."""
    sent = {
        path
        for path, field in operated.contract.items()
        if field.sent_by == "browser" and (field.guarded or names_price(path, field))
    }
    followed = operated.dataflow if sent else None
    if followed is None:
        return
    for state in operated.machine.of_type("Task"):
        visit = followed.visits.get(state.path)
        if visit is None or not operated.card(state).moves_money:
            continue
        for place, origins in _handed_over(visit):
            for name in sorted(origins & sent):
                yield Finding(place, {"state": state.name, "name": name}, key=place == state.path)


def _handed_over(visit: Visit) -> Iterator[tuple[Path, frozenset[str]]]:
    """The places of the arguments, with the contract's fields in each; the state's for its whole input."""
    field, arguments = arguments_field(visit.state)
    if arguments is None:
        yield visit.state.path, origins_in(visit.effective)
        return
    for each in reads(visit):
        if each.place[len(visit.state.path)] == field:
            yield each.place, origins_in(each.shape)
