"""A state with a timeout answers States.TaskFailed only.

Why: States.TaskFailed stands for every error of a task except States.Timeout. So the timeout that this state
has is answered by nobody and fails the run.

Bad example:

    {"StartAt": "決済", "States": {
      "決済": {"Type": "Task", "Resource": "${Pay}", "TimeoutSeconds": 30, "End": true,
        "Catch": [{"ErrorEquals": ["States.TaskFailed"], "Next": "取消"}]},
      "取消": {"Type": "Pass", "End": true}}}

Good example:

    {"StartAt": "決済", "States": {
      "決済": {"Type": "Task", "Resource": "${Pay}", "TimeoutSeconds": 30, "End": true,
        "Catch": [{"ErrorEquals": ["States.TaskFailed", "States.Timeout"], "Next": "取消"}]},
      "取消": {"Type": "Pass", "End": true}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.errors import Handler, handlers
from schemas.asl.walk import State
from schemas.core.diagnostic import Fix
from schemas.core.edits import Insert
from schemas.validator.finding import Finding, rule

_TIMEOUTS = frozenset({"States.Timeout", "States.HeartbeatTimeout", "States.ALL"})


@rule("warning", State, "Task")
def check(state: State) -> Iterator[Finding]:
    """The catcher, or without catchers the retrier, of States.TaskFailed where nothing takes the timeout."""
    if state.fields.keys().isdisjoint(("TimeoutSeconds", "TimeoutSecondsPath")):
        return
    found = list(handlers(state))
    if any(not _TIMEOUTS.isdisjoint(_names(handler)) for handler in found):
        return
    for handler in sorted(found, key=lambda handler: handler.field):
        if "States.TaskFailed" in handler.errors:
            path = (*handler.path, "ErrorEquals")
            fix = Fix((Insert((*path, len(handler.errors)), "States.Timeout"),), safe=False)
            yield Finding(path, {"field": handler.field}, fix=fix)
            return


def _names(handler: Handler) -> set[str]:
    return {name for name in handler.errors if isinstance(name, str)}
