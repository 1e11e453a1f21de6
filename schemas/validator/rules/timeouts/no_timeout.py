"""A task that may hang has no timeout.

Why: without TimeoutSeconds a task is waited for as long as a run may last, a year. Where the worker of an
activity dies, or a job never ends, nobody notices. A timeout of the whole machine is enough, too.

Bad example:

    {"StartAt": "梱包", "States": {
      "梱包": {"Type": "Task", "End": true,
        "Resource": "arn:aws:states:ap-northeast-1:123456789012:activity:pack"}}}

Good example:

    {"StartAt": "梱包", "States": {
      "梱包": {"Type": "Task", "TimeoutSeconds": 3600, "End": true,
        "Resource": "arn:aws:states:ap-northeast-1:123456789012:activity:pack"}}}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from schemas.asl.machine import Machine
from schemas.asl.walk import State
from schemas.core.coerce import text
from schemas.validator.finding import Finding, rule
from schemas.validator.rules.timeouts.token_wait_unbounded import has_deadline

_LONG = re.compile(r"arn:[a-z-]+:states:(?:.*:activity:.*|::.*\.sync(?::2)?)")


@rule("hint", Machine)
def check(machine: Machine) -> Iterator[Finding]:
    """Every activity and every job that is waited for, where neither it nor the machine has a timeout."""
    if machine.type == "EXPRESS" or has_deadline(machine.definition):
        return
    for state in machine.of_type("Task"):
        if _may_hang(state) and not has_deadline(state.fields):
            yield Finding(state.path, {"state": state.name}, key=True)


def _may_hang(state: State) -> bool:
    return _LONG.fullmatch(text(state.fields.get("Resource"))) is not None
