"""A task with a timeout handles States.TaskFailed only.

Why: States.TaskFailed matches every error of a task except States.Timeout. So nothing handles the timeout
that this task has, and it fails the execution.

Bad example:

    {"StartAt": "Pay", "States": {
      "Pay": {"Type": "Task", "Resource": "${Pay}", "TimeoutSeconds": 30, "End": true,
        "Catch": [{"ErrorEquals": ["States.TaskFailed"], "Next": "Cancel"}]},
      "Cancel": {"Type": "Pass", "End": true}}}

Good example:

    {"StartAt": "Pay", "States": {
      "Pay": {"Type": "Task", "Resource": "${Pay}", "TimeoutSeconds": 30, "End": true,
        "Catch": [{"ErrorEquals": ["States.TaskFailed", "States.Timeout"], "Next": "Cancel"}]},
      "Cancel": {"Type": "Pass", "End": true}}}
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
    """The catcher (without one, the retrier) of States.TaskFailed, where no handler names the timeout."""
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
