"""Step Functions: another workflow started, watched and stopped."""

from __future__ import annotations

import re

from exporters.permissions.aws_sdk import by_name
from exporters.permissions.call import PLACEHOLDER, Call
from exporters.permissions.statement import EVERYTHING, Statement, arn, managed_rule

SERVICES = ("states",)
_STARTS = {"startExecution": "states:StartExecution", "startSyncExecution": "states:StartSyncExecution"}
_MACHINE = re.compile(
    r"(?P<machine>(?P<start>.*):stateMachine:(?P<name>(?:\$\{[^}]*\}|[^:])+))(?::.+)?", re.DOTALL
)


def statements(call: Call) -> list[Statement] | None:
    """Allow to start the machine, and with `.sync` to follow its executions.

    A version or an alias is no resource of its own: IAM asks for the machine ("Permissions for versions and
    aliases" in the developer guide).
    """
    if call.action not in _STARTS:
        return by_name(call)
    machine = call.fixed("StateMachineArn")
    found = _MACHINE.fullmatch(machine or "")
    start = Statement((_STARTS[call.action],), _machines(machine, found))
    if not call.is_sync:
        return [start]
    follow = Statement(("states:DescribeExecution", "states:StopExecution"), (_executions(machine, found),))
    return [start, follow, managed_rule("EventsForStepFunctionsExecution")]


def _machines(machine: str | None, found: re.Match[str] | None) -> tuple[str, ...]:
    """The machine; by a placeholder, which may stand for an alias, the value itself and the machine in it."""
    if found:
        return (found["machine"],)
    if PLACEHOLDER.fullmatch(machine or ""):
        return (str(machine), arn("states", f"stateMachine:{machine}"))
    return (machine or EVERYTHING,)


def _executions(machine: str | None, found: re.Match[str] | None) -> str:
    if found:
        return f"{found['start']}:execution:{found['name']}:*"
    return arn("states", f"execution:{machine}:*") if PLACEHOLDER.fullmatch(machine or "") else EVERYTHING
