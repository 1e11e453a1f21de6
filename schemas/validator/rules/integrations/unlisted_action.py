"""A Resource calls an action that is not known here.

Why: the service refuses an action that it does not have. Here the actions are known as of the version that
the index of services was made from; an action that is younger may be right.

Bad example:

    {"StartAt": "決済", "States": {
      "決済": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:dynamodb:orderLunch", "End": true}}}

Good example:

    {"StartAt": "決済", "States": {
      "決済": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:dynamodb:listTables", "End": true}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.services.arguments import called
from schemas.asl.walk import State
from schemas.validator.finding import Finding, rule
from schemas.validator.unknown_actions import unknown_action


@rule("warning", State, "Task")
def check(state: State) -> Iterator[Finding]:
    """A call of no known action, where none that is known is meant."""
    resource = called(state)
    wrong = unknown_action(resource) if resource else None
    if wrong is not None and not wrong.is_certain:
        yield wrong.finding((*state.path, "Resource"))
