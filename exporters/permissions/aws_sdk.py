"""The IAM action of an SDK call: by default the action of the same name, under the service's IAM prefix."""

from __future__ import annotations

from exporters.permissions.call import Call
from exporters.permissions.statement import EVERYTHING, Statement
from schemas.asl.services import sdk


def iam_prefix(call: Call) -> str | None:
    """Return the service's prefix in IAM actions; None for an unknown service."""
    if not call.sdk:
        return call.service
    service = sdk.service(call.service)
    return service.prefix or None if service else None


def by_name(call: Call, resource: str = EVERYTHING) -> list[Statement] | None:
    """Allow the action with the call's own name; None where IAM may not have it."""
    prefix = iam_prefix(call)
    action = call.action[0].upper() + call.action[1:]
    service = sdk.service(call.service)
    if prefix is None or (service is not None and action in service.unnamed):
        return None
    return [Statement((f"{prefix}:{action}",), (resource,))]
