"""A Resource calls an action that does not exist.

Why: the service accepts only the actions of its integrations, each by its exact name, and refuses a
definition with any other.

Bad example:

    {"StartAt": "Charge card", "States": {
      "Charge card": {"Type": "Task", "Resource": "arn:aws:states:::dynamodb:putItems",
        "Parameters": {"TableName": "orders", "Item": {}},
        "End": true}}}

Good example:

    {"StartAt": "Charge card", "States": {
      "Charge card": {"Type": "Task", "Resource": "arn:aws:states:::dynamodb:putItem",
        "Parameters": {"TableName": "orders", "Item": {}},
        "End": true}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.services.arguments import integration_of
from schemas.asl.walk import State
from schemas.validator.finding import Finding, rule
from schemas.validator.unknown_actions import unknown_action


@rule("error", State, "Task")
def check(state: State) -> Iterator[Finding]:
    """A misspelt action, or an unknown one of an integration whose actions are all in the index."""
    resource = integration_of(state)
    wrong = unknown_action(resource) if resource else None
    if wrong is not None and wrong.is_certain:
        yield wrong.finding(state)
