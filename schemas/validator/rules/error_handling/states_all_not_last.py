"""A retrier or catcher follows the one of States.ALL.

Why: the first one that matches is used, and States.ALL matches every error, so what follows could never be
used; the service refuses it.

Bad example:

    {"StartAt": "Pay", "States": {
      "Pay": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
        "Retry": [{"ErrorEquals": ["States.ALL"]}, {"ErrorEquals": ["States.Timeout"]}]}}}

Good example:

    {"StartAt": "Pay", "States": {
      "Pay": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
        "Retry": [{"ErrorEquals": ["States.Timeout"]}, {"ErrorEquals": ["States.ALL"]}]}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.errors import Handler, handlers
from schemas.asl.walk import State
from schemas.core.diagnostic import Fix
from schemas.core.edits import Move
from schemas.validator.finding import Finding, rule


@rule("error", State, "Task", "Parallel", "Map")
def check(state: State) -> Iterator[Finding]:
    """Every retrier and catcher of States.ALL that is not the last of its field."""
    found = handlers(state)
    for place, handler in enumerate(found):
        if handler.catches_all and handler.followers:
            yield Finding(
                handler.path, {"field": handler.field}, fix=_move_to_end(handler, found[place + 1 :])
            )


def _move_to_end(handler: Handler, later: tuple[Handler, ...]) -> Fix | None:
    """Move the handler to the end of its field; None where a later one of the field names States.ALL, too."""
    if any(other.catches_all and other.field == handler.field for other in later):
        return None
    last = (*handler.path[:-1], handler.index + handler.followers)
    return Fix((Move(handler.path, last),))
