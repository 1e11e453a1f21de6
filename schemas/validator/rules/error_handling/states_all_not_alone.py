"""States.ALL stands beside other error names.

Why: it matches every error, so it must be the only name in its ErrorEquals.

Bad example:

    {"StartAt": "Pay", "States": {
      "Pay": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
        "Retry": [{"ErrorEquals": ["States.ALL", "States.Timeout"]}]}}}

Good example:

    {"StartAt": "Pay", "States": {
      "Pay": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
        "Retry": [{"ErrorEquals": ["States.ALL"]}]}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.errors import handlers
from schemas.asl.walk import State
from schemas.validator.finding import Finding, rule


@rule("error", State, "Task", "Parallel", "Map")
def check(state: State) -> Iterator[Finding]:
    """Every retrier and catcher that names States.ALL and another error."""
    for handler in handlers(state):
        if handler.catches_all and len(handler.errors) > 1:
            yield Finding(
                (*handler.path, "ErrorEquals", handler.errors.index("States.ALL")), {"field": handler.field}
            )
