"""Step Functions: another workflow started, watched and stopped."""

from __future__ import annotations

from exporters.permissions.aws_sdk import by_name
from exporters.permissions.call import Call
from exporters.permissions.statement import EVERYTHING, Statement, managed_rule

SERVICES = ("states",)
_STARTS = {"startExecution": "states:StartExecution", "startSyncExecution": "states:StartSyncExecution"}


def statements(call: Call) -> list[Statement] | None:
    """Allow to start the machine, and with `.sync` to follow its executions."""
    if call.action not in _STARTS:
        return by_name(call)
    machine = call.fixed("StateMachineArn")
    start = Statement((_STARTS[call.action],), (machine or EVERYTHING,))
    if not call.is_sync:
        return [start]
    follow = Statement(("states:DescribeExecution", "states:StopExecution"), (_executions(machine),))
    return [start, follow, managed_rule("EventsForStepFunctionsExecution")]


def _executions(machine: str | None) -> str:
    if machine is None or ":stateMachine:" not in machine:
        return EVERYTHING
    return machine.replace(":stateMachine:", ":execution:") + ":*"
