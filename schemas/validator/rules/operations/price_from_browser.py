"""A price comes from the browser, and nobody has said if it may.

Why: whoever orders can change anything that the browser sends. A field whose name speaks of a price, a total
or an amount is better looked up by the server. Mark it in the input contract: it must not come from the
browser, or somebody else sends it.

Bad example:

    {"StartAt": "Charge", "States": {"Charge": {"Type": "Task", "Resource": "${Charge}", "End": true}}}

Its sidecar:

    {"version": 1, "input": {"fields": {"order.total": {"type": "number", "sentBy": "browser"}}}}

Good example:

    {"StartAt": "Charge", "States": {"Charge": {"Type": "Task", "Resource": "${Charge}", "End": true}}}

Its sidecar:

    {"version": 1, "input": {"fields": {"order.total": {"type": "number", "sentBy": "server"}}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.validator.finding import Finding, rule
from schemas.validator.operated.contract import first_read, names_price
from schemas.validator.operated.machine import CONTRACT, OperatedMachine


@rule("hint", OperatedMachine, CONTRACT)
def check(operated: OperatedMachine) -> Iterator[Finding]:
    """Every field that the browser sends, is named like a price and is not guarded."""
    for path, field in operated.contract.items():
        if field.sent_by == "browser" and not field.guarded and names_price(path, field):
            yield Finding(first_read(operated, path), {"name": path})
