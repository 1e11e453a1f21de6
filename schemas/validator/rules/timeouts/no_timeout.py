"""A task that may hang has no timeout.

Why: a task without TimeoutSeconds may last as long as an execution, a year. If the worker of an activity
dies, or a job never ends, nobody notices. A timeout of the whole machine is enough, too.

Bad example:

    {"StartAt": "Pack", "States": {
      "Pack": {"Type": "Task", "End": true,
        "Resource": "arn:aws:states:ap-northeast-1:123456789012:activity:pack"}}}

Good example:

    {"StartAt": "Pack", "States": {
      "Pack": {"Type": "Task", "TimeoutSeconds": 3600, "End": true,
        "Resource": "arn:aws:states:ap-northeast-1:123456789012:activity:pack"}}}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from schemas.asl.machine import Machine
from schemas.asl.services.arguments import resource_of
from schemas.asl.state_cache import cached_on_state
from schemas.asl.walk import State
from schemas.validator.finding import Finding, rule
from schemas.validator.rules.timeouts.token_wait_unbounded import has_deadline

_WAITING = re.compile(r"arn:[a-z-]+:states:(?:.*:activity:.*|::.*\.sync(?::2)?)")


@rule("hint", Machine)
def check(machine: Machine) -> Iterator[Finding]:
    """Every Task of a Standard machine that waits for an activity or a job without any timeout."""
    if machine.type == "EXPRESS" or has_deadline(machine.definition):
        return
    for state in machine.of_type("Task"):
        if _may_hang(state) and not has_deadline(state.fields):
            yield Finding(state.path, {"state": state.name}, key=True)


@cached_on_state
def _may_hang(state: State) -> bool:
    return _WAITING.fullmatch(resource_of(state)) is not None
