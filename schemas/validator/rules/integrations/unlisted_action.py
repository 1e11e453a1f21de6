"""A Resource calls an action that is not in the index of services.

Why: the service refuses an action that it does not have. The index lists the actions of the version that it
was made from; a newer action may be right.

Bad example:

    {"StartAt": "Charge card", "States": {
      "Charge card": {"Type": "Task", "End": true,
        "Resource": "arn:aws:states:::aws-sdk:dynamodb:orderLunch"}}}

Good example:

    {"StartAt": "Charge card", "States": {
      "Charge card": {"Type": "Task", "End": true,
        "Resource": "arn:aws:states:::aws-sdk:dynamodb:listTables"}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.services.arguments import integration_of
from schemas.asl.walk import State
from schemas.validator.finding import Finding, rule
from schemas.validator.unknown_actions import unknown_action


@rule("warning", State, "Task")
def check(state: State) -> Iterator[Finding]:
    """A call of an action that is not in the index, and that is no misspelling of one that is."""
    resource = integration_of(state)
    wrong = unknown_action(resource) if resource else None
    if wrong is not None and not wrong.is_certain:
        yield wrong.finding(state)
