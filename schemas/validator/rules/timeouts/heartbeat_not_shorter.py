"""A task's heartbeat is not shorter than its timeout.

Why: the timeout would always come first; the service refuses HeartbeatSeconds that is not less than
TimeoutSeconds.

Bad example:

    {"StartAt": "Pay", "States": {
      "Pay": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
        "TimeoutSeconds": 60, "HeartbeatSeconds": 60}}}

Good example:

    {"StartAt": "Pay", "States": {
      "Pay": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
        "TimeoutSeconds": 600, "HeartbeatSeconds": 60}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.walk import State
from schemas.validator.finding import Finding, rule


@rule("error", State, "Task")
def check(state: State) -> Iterator[Finding]:
    """A HeartbeatSeconds that is not less than the TimeoutSeconds beside it."""
    timeout, heartbeat = state.fields.get("TimeoutSeconds"), state.fields.get("HeartbeatSeconds")
    if isinstance(timeout, int) and isinstance(heartbeat, int) and heartbeat >= timeout:
        yield Finding(
            (*state.path, "HeartbeatSeconds"), {"heartbeat": str(heartbeat), "timeout": str(timeout)}
        )
