"""A Resource is not an ARN.

Why: a Task names what it calls by its ARN, which has parts between colons; the service refuses anything else
as "not a valid resource ARN". A function's bare name belongs in FunctionName of lambda:invoke.

Bad example:

    {"StartAt": "Charge card", "States": {
      "Charge card": {"Type": "Task", "Resource": "charge-card", "End": true}}}

Good example:

    {"StartAt": "Charge card", "States": {
      "Charge card": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
        "Parameters": {"FunctionName": "charge-card", "Payload.$": "$"}, "End": true}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.services.arguments import resource_of
from schemas.asl.walk import State
from schemas.core.placeholder import is_placeholder
from schemas.validator.finding import Finding, rule


@rule("error", State, "Task")
def check(state: State) -> Iterator[Finding]:
    """A Resource without colons and placeholders."""
    resource = resource_of(state)
    if resource and ":" not in resource and not is_placeholder(resource):
        yield Finding((*state.path, "Resource"), {"resource": resource})
