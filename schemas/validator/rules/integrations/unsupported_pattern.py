"""A Resource waits in a way that its action does not support.

Why: `.sync` waits for the end of a job, `.waitForTaskToken` for a callback. Each works with some actions
only, and the service refuses it on others.

Bad example:

    {"StartAt": "Charge card", "States": {
      "Charge card": {"Type": "Task", "Resource": "arn:aws:states:::sns:publish.sync",
        "Parameters": {"TopicArn": "${Topic}", "Message": "New order"},
        "End": true}}}

Good example:

    {"StartAt": "Charge card", "States": {
      "Charge card": {"Type": "Task", "Resource": "arn:aws:states:::sns:publish",
        "Parameters": {"TopicArn": "${Topic}", "Message": "New order"},
        "End": true}}}
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from schemas.asl.services import PATTERNS, Integration, patterns
from schemas.asl.services.arguments import integration_of, resource_for
from schemas.asl.walk import State
from schemas.core.diagnostic import Fix
from schemas.core.did_you_mean import names_of
from schemas.core.edits import Set
from schemas.validator.finding import Finding, rule
from schemas.validator.unknown_actions import unknown_action


@rule("error", State, "Task")
def check(state: State) -> Iterator[Finding]:
    """A pattern that the action does not support; for an unknown action, one that no action supports."""
    resource = integration_of(state)
    if resource is None or resource.pattern in _supported(resource):
        return
    path = (*state.path, "Resource")
    params = {"pattern": resource.pattern, "call": f"{resource.service}:{resource.action}"}
    meant = _meant(resource)
    if meant is None:
        yield Finding(path, params)
    else:
        fix = Fix((Set(path, resource_for(state, replace(resource, pattern=meant).arn)),))
        yield Finding(path, {**params, "nearest": meant}, fix=fix)


def _supported(resource: Integration) -> tuple[str, ...]:
    return PATTERNS if unknown_action(resource) else patterns(resource.service, resource.action)


def _meant(resource: Integration) -> str | None:
    supported = [pattern for pattern in _supported(resource) if pattern]
    if resource.pattern == ".sync:2" and ".sync" in supported:
        return ".sync"
    return names_of(tuple(supported)).nearest(resource.pattern)
