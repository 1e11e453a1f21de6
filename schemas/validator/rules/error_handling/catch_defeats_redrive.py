"""A Catch leads straight to a Fail.

Why: a failed execution can be redriven: it resumes at the step that failed, once the cause is fixed. A Fail
is such a step too and only fails again, so a Catch that does nothing but lead to one makes a redrive
useless. There are two ways out. Without the Catch the execution fails just as well, and a redrive resumes at
the task. Or the task, with what follows it, becomes a workflow of its own, which is started again by itself
with the input that it had.

Bad example:

    {"StartAt": "Pay", "States": {
      "Pay": {"Type": "Task", "Resource": "${Pay}", "End": true,
        "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Failed"}]},
      "Failed": {"Type": "Fail", "Error": "PaymentFailed"}}}

Good example:

    {"StartAt": "Pay", "States": {
      "Pay": {"Type": "Task", "Resource": "${Pay}", "End": true}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.machine import Machine
from schemas.validator.finding import Finding, rule


@rule("hint", Machine)
def check(machine: Machine) -> Iterator[Finding]:
    """Every catcher of a Standard machine, outside of Parallel and Map, that leads to a Fail."""
    if machine.type == "EXPRESS":
        return
    for flow in machine.flows:
        if flow.scope.owner is not None:
            continue
        for steps in flow.transitions.values():
            for step in steps:
                target = flow.states.get(step.target) if step.kind == "catch" else None
                if target is not None and target.type == "Fail":
                    yield Finding(step.field[:-1], {"state": target.name})
