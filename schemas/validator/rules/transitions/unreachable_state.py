"""No transition leads to a state.

Why: a state that no execution can reach is a drawing mistake; the service refuses it.

Bad example:

    {"StartAt": "Pay", "States": {
      "Pay": {"Type": "Pass", "End": true},
      "Refund": {"Type": "Pass", "End": true}}}

Good example:

    {"StartAt": "Pay", "States": {
      "Pay": {"Type": "Pass", "Next": "Refund"},
      "Refund": {"Type": "Pass", "End": true}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.flow import Flow
from schemas.validator.finding import Finding, rule


@rule("error", Flow)
def check(flow: Flow) -> Iterator[Finding]:
    """Every state that cannot be reached, in a scope whose start is known."""
    if flow.start is None or len(flow.reachable) == len(flow.states) or flow.has_placeholders:
        return
    for name, state in flow.states.items():
        if name not in flow.reachable:
            yield Finding(state.path, {"state": name}, key=True)
