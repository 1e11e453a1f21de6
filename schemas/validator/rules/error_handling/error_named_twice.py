"""Two retriers, or two catchers, of a state name the same error.

Why: the first one that names an error is used. The second is never used for that error.

Bad example:

    {"StartAt": "Pay", "States": {
      "Pay": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
        "Retry": [{"ErrorEquals": ["States.Timeout"], "MaxAttempts": 1},
                  {"ErrorEquals": ["Busy", "States.Timeout"], "MaxAttempts": 5}]}}}

Good example:

    {"StartAt": "Pay", "States": {
      "Pay": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
        "Retry": [{"ErrorEquals": ["States.Timeout"], "MaxAttempts": 1},
                  {"ErrorEquals": ["Busy"], "MaxAttempts": 5}]}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.errors import handlers
from schemas.asl.walk import State
from schemas.validator.finding import Finding, rule


@rule("warning", State, "Task", "Parallel", "Map")
def check(state: State) -> Iterator[Finding]:
    """Every name that stands earlier in the same field, too."""
    seen: dict[str, set[str]] = {"Retry": set(), "Catch": set()}
    for handler in handlers(state):
        for path, name in handler.names:
            if name in seen[handler.field]:
                yield Finding(path, {"name": name, "field": handler.field})
            seen[handler.field].add(name)
