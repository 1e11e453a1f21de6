"""A step that moves money is retried after errors that leave open if the money has moved.

Why: States.ALL, States.TaskFailed, States.Timeout and Lambda.Unknown say that no answer came, not that
nothing was done. Without an idempotency key each attempt may charge once more. Retry only what is certainly
refused before anything happens, such as Lambda.TooManyRequestsException, or hand a key over.

Bad example:

    {"StartAt": "Charge", "States": {"Charge": {"Type": "Task", "Resource": "${Charge}", "End": true,
      "Retry": [{"ErrorEquals": ["States.ALL"]}]}}}

Its sidecar:

    {"version": 1, "states": {"charge": {"name": "Charge", "operations": {
      "money": "takes", "idempotency": {"kind": "none"}}}}}

Good example:

    {"StartAt": "Charge", "States": {"Charge": {"Type": "Task", "Resource": "${Charge}", "End": true,
      "Retry": [{"ErrorEquals": ["Lambda.TooManyRequestsException"]}]}}}

Its sidecar:

    {"version": 1, "states": {"charge": {"name": "Charge", "operations": {
      "money": "takes", "idempotency": {"kind": "none"}}}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.errors import Handler, handlers
from schemas.asl.walk import State
from schemas.core.coerce import mapping
from schemas.core.paths import Json
from schemas.validator.finding import Finding, rule
from schemas.validator.operated.machine import CARDS, OperatedMachine

_UNCERTAIN = frozenset(
    {"States.ALL", "States.TaskFailed", "States.Timeout", "States.HeartbeatTimeout", "Lambda.Unknown"}
)


@rule("warning", OperatedMachine, CARDS)
def check(operated: OperatedMachine) -> Iterator[Finding]:
    """Every retrier that repeats money's step blindly: its own, or that of a Map or Parallel around it."""
    seen = set()
    for state in operated.machine.of_type("Task"):
        card = operated.card(state)
        if not card.moves_money or card.idempotency in ("key", "condition"):
            continue
        for around in _with_containers(state):
            for handler in handlers(around):
                error = _uncertain(around, handler)
                if error and handler.path not in seen:
                    seen.add(handler.path)
                    yield Finding(handler.path, {"state": state.name, "error": error})


def _with_containers(state: State) -> Iterator[State]:
    found: State | None = state
    while found is not None:
        yield found
        found = found.scope.owner


def _uncertain(state: State, handler: Handler) -> str:
    """The first error that says nothing of the money, if the handler retries it."""
    if handler.field != "Retry" or _attempts(state, handler) == 0:
        return ""
    return next((name for _, name in handler.names if name in _UNCERTAIN), "")


def _attempts(state: State, handler: Handler) -> Json:
    retriers = state.fields.get("Retry")
    return mapping(retriers[handler.index]).get("MaxAttempts") if isinstance(retriers, list) else None
