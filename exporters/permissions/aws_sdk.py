"""The IAM action of an SDK call: by default the action of the same name, under the service's IAM prefix."""

from __future__ import annotations

from exporters.permissions.call import Call
from exporters.permissions.named_resources import NamedResources, named_resources
from exporters.permissions.statement import Statement
from schemas.asl.services import sdk


def iam_prefix(call: Call) -> str | None:
    """Return the service's prefix in IAM actions; None for an unknown service."""
    if not call.sdk:
        return _OF_OPTIMIZED.get(call.service, call.service)
    service = sdk.service(call.service)
    return service.prefix or None if service else None


_OF_OPTIMIZED = {"bedrockagentcore": "bedrock-agentcore"}


def by_name(call: Call, *resources: str) -> list[Statement] | None:
    """Allow the action with the call's own name on `resources`, or else on those that the call names.

    None where IAM may not have such an action.
    """
    prefix = iam_prefix(call)
    action = call.action[0].upper() + call.action[1:]
    service = sdk.service(call.service)
    if prefix is None or (service is not None and action in service.unnamed):
        return None
    named = NamedResources(resources) if resources else named_resources(call, prefix)
    return [Statement((f"{prefix}:{action}",), named.arns, breadth=named.breadth)]


def tagging(call: Call, found: list[Statement]) -> list[Statement]:
    """Allow to tag what a call creates, where it gives tags; `found` is what allows the call itself."""
    service = sdk.service(call.service)
    prefix = iam_prefix(call)
    is_tagging = not call.action.lower().startswith(("tag", "untag", "add", "remove", "createtags"))
    if service is None or not service.tag_action or not is_tagging or not _gives_tags(call):
        return []
    first = found[0] if found else Statement(())
    return [Statement((f"{prefix}:{service.tag_action}",), first.resources, breadth=first.breadth)]


def _gives_tags(call: Call) -> bool:
    names = ("Tags", "TagSpecifications", "TagList")
    return any(map(call.gives, names))
