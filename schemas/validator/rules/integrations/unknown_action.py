"""A Resource calls an action that there is not.

Why: the service recognises the actions of its integrations only, each by its exact name, and refuses a
definition with another.

Bad example:

    {"StartAt": "決済", "States": {
      "決済": {"Type": "Task", "Resource": "arn:aws:states:::dynamodb:putItems",
        "Parameters": {"TableName": "orders", "Item": {}},
        "End": true}}}

Good example:

    {"StartAt": "決済", "States": {
      "決済": {"Type": "Task", "Resource": "arn:aws:states:::dynamodb:putItem",
        "Parameters": {"TableName": "orders", "Item": {}},
        "End": true}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.services.arguments import called
from schemas.asl.walk import State
from schemas.validator.finding import Finding, rule
from schemas.validator.unknown_actions import unknown_action


@rule("error", State, "Task")
def check(state: State) -> Iterator[Finding]:
    """A call of no known action, where another is meant or the integration is known to have no more."""
    resource = called(state)
    wrong = unknown_action(resource) if resource else None
    if wrong is not None and wrong.is_certain:
        yield wrong.finding((*state.path, "Resource"))
