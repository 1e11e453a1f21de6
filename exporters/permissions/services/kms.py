"""KMS: one key, by its id, its ARN or its alias."""

from __future__ import annotations

from exporters.permissions.aws_sdk import by_name
from exporters.permissions.call import Call
from exporters.permissions.keys import on_key
from exporters.permissions.statement import Statement, arn

SERVICES = ("kms",)
_ALIASES = {"createAlias": "TargetKeyId", "updateAlias": "TargetKeyId", "deleteAlias": ""}


def statements(call: Call) -> list[Statement] | None:
    """Allow the action on the key; what is done to an alias, on the alias as well."""
    found = by_name(call)
    if found is None:
        return None
    actions = found[0].actions
    if call.action in _ALIASES:
        alias = call.fixed("AliasName")
        key = call.fixed(_ALIASES[call.action])
        on_alias = [Statement(actions, (arn("kms", alias or "alias/*"),))]
        return [*on_alias, on_key(actions, key) if key else Statement(actions, (arn("kms", "key/*"),))]
    key = call.fixed("KeyId")
    return [on_key(actions, key)] if key else found
