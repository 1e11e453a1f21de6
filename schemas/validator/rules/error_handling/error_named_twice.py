"""Two retriers, or two catchers, of a state name the same error.

Why: the first one that names an error is taken. The second never has its turn for that error.

Bad example:

    {"StartAt": "決済", "States": {
      "決済": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
        "Retry": [{"ErrorEquals": ["States.Timeout"], "MaxAttempts": 1},
                  {"ErrorEquals": ["Busy", "States.Timeout"], "MaxAttempts": 5}]}}}

Good example:

    {"StartAt": "決済", "States": {
      "決済": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
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
    """Every name that stood before in the same field."""
    seen: dict[str, set[str]] = {"Retry": set(), "Catch": set()}
    for handler in handlers(state):
        for index, name in enumerate(handler.errors):
            if not isinstance(name, str):
                continue
            if name in seen[handler.field]:
                path = (*handler.path, "ErrorEquals", index)
                yield Finding(path, {"name": name, "field": handler.field})
            seen[handler.field].add(name)
