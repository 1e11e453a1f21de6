"""The input contract says that the browser sends what must not come from it.

Why: whoever orders can change anything that the browser sends. A price, a total or a discount that the server
takes from there is what the customer wants to pay. Let the server look it up by the number of the product or
the cart.

Bad example:

    {"StartAt": "Charge", "States": {"Charge": {"Type": "Task", "Resource": "${Charge}", "End": true}}}

Its sidecar:

    {"version": 1, "input": {"fields": {"total": {"type": "number", "sentBy": "browser", "guarded": true}}}}

Good example:

    {"StartAt": "Charge", "States": {"Charge": {"Type": "Task", "Resource": "${Charge}", "End": true}}}

Its sidecar:

    {"version": 1, "input": {"fields": {"total": {"type": "number", "sentBy": "server", "guarded": true}}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.validator.finding import Finding, rule
from schemas.validator.operated.contract import first_read
from schemas.validator.operated.machine import CONTRACT, OperatedMachine


@rule("warning", OperatedMachine, CONTRACT)
def check(operated: OperatedMachine) -> Iterator[Finding]:
    """Every guarded field of the contract that the browser sends, where it is first read."""
    for path, field in operated.contract.items():
        if field.guarded and field.sent_by == "browser":
            yield Finding(first_read(operated, path), {"name": path})
