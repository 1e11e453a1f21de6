"""States lead to each other in a loop that nothing leaves.

Why: an execution that enters the loop stops only by a timeout or at 25,000 events. The service accepts it.

Bad example:

    {"StartAt": "Payment Method", "States": {
      "Payment Method": {"Type": "Choice", "Default": "Wait for Payment", "Choices": [
        {"Variable": "$.card", "BooleanEquals": true, "Next": "Done"}]},
      "Wait for Payment": {"Type": "Wait", "Seconds": 60, "Next": "Check Payment"},
      "Check Payment": {"Type": "Pass", "Next": "Wait for Payment"},
      "Done": {"Type": "Succeed"}}}

Good example:

    {"StartAt": "Payment Method", "States": {
      "Payment Method": {"Type": "Choice", "Default": "Wait for Payment", "Choices": [
        {"Variable": "$.card", "BooleanEquals": true, "Next": "Done"}]},
      "Wait for Payment": {"Type": "Wait", "Seconds": 60, "Next": "Payment Method"},
      "Done": {"Type": "Succeed"}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.flow import Flow
from schemas.validator.finding import Finding, rule


@rule("warning", Flow)
def check(flow: Flow) -> Iterator[Finding]:
    """The first state of the scope that an execution can reach and from which it cannot reach an end."""
    if not flow.has_back_edge or (flow.scope.owner is None and not flow.terminal):
        return
    for name, state in flow.states.items():
        if name in flow.reachable and name not in flow.reaching_end:
            yield Finding(state.path, {"state": name}, key=True)
            return
