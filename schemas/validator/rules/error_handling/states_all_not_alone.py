"""States.ALL stands beside other error names.

Why: it stands for every error, so it must be the only name in its ErrorEquals.

Bad example:

    {"StartAt": "決済", "States": {
      "決済": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
        "Retry": [{"ErrorEquals": ["States.ALL", "States.Timeout"]}]}}}

Good example:

    {"StartAt": "決済", "States": {
      "決済": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
        "Retry": [{"ErrorEquals": ["States.ALL"]}]}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.errors import handlers
from schemas.asl.walk import State
from schemas.validator.finding import Finding, rule


@rule("error", State, "Task", "Parallel", "Map")
def check(state: State) -> Iterator[Finding]:
    """A retrier or catcher that names States.ALL and more."""
    for handler in handlers(state):
        if handler.catches_all and len(handler.errors) > 1:
            yield Finding(
                (*handler.path, "ErrorEquals", handler.errors.index("States.ALL")), {"field": handler.field}
            )
