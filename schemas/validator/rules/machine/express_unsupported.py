"""An Express machine waits for something that only a Standard machine can wait for.

Why: an Express execution lasts five minutes at most; the service refuses activities, .sync and
.waitForTaskToken calls and distributed Maps in it.

Bad example (Express):

    {"StartAt": "Approve", "States": {
      "Approve": {"Type": "Task", "End": true,
        "Resource": "arn:aws:states:ap-northeast-1:123456789012:activity:approve"}}}

Good example (Express):

    {"StartAt": "Approve", "States": {
      "Approve": {"Type": "Task", "End": true, "Resource": "arn:aws:states:::lambda:invoke"}}}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from schemas.asl.machine import Machine
from schemas.asl.map_processor import is_distributed, processors_of
from schemas.asl.services import PATTERNS, integration
from schemas.asl.services.arguments import resource_of
from schemas.validator.finding import Finding, rule

_ACTIVITY = re.compile(r"arn:[^:]*:states:.*:activity:.*")


@rule("error", Machine)
def check(machine: Machine) -> Iterator[Finding]:
    """Every activity, job, token wait and distributed Map of an Express machine."""
    if machine.type != "EXPRESS":
        return
    for state in machine.states:
        if state.type == "Task" and _waits(resource_of(state)):
            yield Finding((*state.path, "Resource"), {"state": state.name})
        for field, processor in processors_of(state.fields) if state.type == "Map" else ():
            if is_distributed(processor):
                yield Finding((*state.path, field, "ProcessorConfig", "Mode"), {"state": state.name})


def _waits(resource: str) -> bool:
    called = integration(resource)
    if called is None:
        return _ACTIVITY.fullmatch(resource) is not None
    return called.pattern in PATTERNS[1:]
