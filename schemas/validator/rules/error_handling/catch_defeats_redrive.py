"""A Catch leads straight to a Fail.

Why: a failed run can be redriven: it goes on at the step that failed, once its cause is mended. A Fail is
such a step too, and only fails again, so a Catch that does nothing but lead to one takes the second chance
away. Without the Catch the run fails just as well, and can be taken up at the task.

Bad example:

    {"StartAt": "決済", "States": {
      "決済": {"Type": "Task", "Resource": "${Pay}", "End": true,
        "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "失敗"}]},
      "失敗": {"Type": "Fail", "Error": "PaymentFailed"}}}

Good example:

    {"StartAt": "決済", "States": {
      "決済": {"Type": "Task", "Resource": "${Pay}", "End": true}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.machine import Machine
from schemas.validator.finding import Finding, rule


@rule("hint", Machine)
def check(machine: Machine) -> Iterator[Finding]:
    """Every such catcher of a Standard machine, outside of Parallel and Map."""
    if machine.type == "EXPRESS":
        return
    for flow in machine.flows:
        if flow.scope.owner is not None:
            continue
        for steps in flow.transitions.values():
            for step in steps:
                target = flow.states.get(step.target) if step.kind == "catch" else None
                if target is not None and target.type == "Fail":
                    yield Finding(step.path[:-1], {"state": target.name})
