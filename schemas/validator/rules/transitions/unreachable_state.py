"""No transition leads to a state.

Why: a state that no run can come to is a drawing mistake; the service refuses it.

Bad example:

    {"StartAt": "決済", "States": {
      "決済": {"Type": "Pass", "End": true},
      "返金": {"Type": "Pass", "End": true}}}

Good example:

    {"StartAt": "決済", "States": {
      "決済": {"Type": "Pass", "Next": "返金"},
      "返金": {"Type": "Pass", "End": true}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.flow import Flow
from schemas.validator.finding import Finding, rule


@rule("error", Flow)
def check(flow: Flow) -> Iterator[Finding]:
    """Every state that cannot be come to, where it is known where the scope starts."""
    if flow.start is None or len(flow.reachable) == len(flow.states) or flow.has_placeholders:
        return
    for name, state in flow.states.items():
        if name not in flow.reachable:
            yield Finding(state.path, {"state": name}, key=True)
