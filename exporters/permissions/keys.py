"""Keys of KMS that a call names: what the service does with them in the caller's name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporters.permissions.call import Call, is_fixed
from exporters.permissions.statement import Condition, Statement, arn, is_arn
from schemas.asl.walk import values
from schemas.core.paths import Json

_NAME = re.compile(r"(?i)kms.*key|key.*kms|kmsid$")
_NO_KEY = re.compile(r"(?i)policy|algorithm|context|reuse|type$|period")
_ALIAS = re.compile(r"(?:arn:[^:]*:kms:[^:]*:[^:]*:)?(alias/.+)")
_ENCRYPT = ("kms:GenerateDataKey", "kms:Decrypt")
_ACTIONS: dict[str, tuple[str, ...]] = {
    "athena": _ENCRYPT,
    "scheduler": ("kms:DescribeKey", *_ENCRYPT),
    "secretsmanager": _ENCRYPT,
    "ssm": ("kms:Encrypt", "kms:GenerateDataKey"),
    "s3": _ENCRYPT,
    "states": ("kms:DescribeKey", *_ENCRYPT),
    "textract": _ENCRYPT,
    "transcribe": ("kms:Encrypt", *_ENCRYPT),
}
_KEEPING = ("kms:DescribeKey", *_ENCRYPT)
"""The actions by which a service that keeps data encrypts them with a key of the caller, beside its grant."""

_NAMED_ONLY = frozenset({"kms", "logs", "sns", "sqs", "translate", "mediaconvert"})
"""Services that check their own key, or use the key as themselves or in a role of their own."""

_FIELDS = {"athena": ("KmsKey",), "ssm": ("KeyId",)}


def caller_keys(call: Call, prefix: str) -> Iterator[Statement]:
    """Yield what allows the service with the IAM prefix to use each key that the parameters name."""
    if prefix in _NAMED_ONLY or call.action.startswith(("get", "list", "describe", "delete")):
        return
    for key in _keys(call.parameters, _FIELDS.get(prefix, ())):
        yield on_key(_ACTIONS.get(prefix, _KEEPING), key, indirect=True)
        if prefix not in _ACTIONS:
            grants = on_key(("kms:CreateGrant",), key, indirect=True)
            for_aws = Condition("Bool", "kms:GrantIsForAWSResource", "true")
            yield Statement(grants.actions, grants.resources, (*grants.conditions, for_aws))


def on_key(actions: tuple[str, ...], key: str | None, indirect: bool = False) -> Statement:
    """Allow the actions on a key that is given by its id, its ARN or its alias.

    IAM knows no ARN of an alias for them, so an alias is a condition. A service that uses the key for its
    caller (`indirect`) has looked the alias up before.
    """
    if key is None:
        return Statement(actions)
    alias = _ALIAS.fullmatch(key)
    if alias and indirect:
        only = Condition("ForAnyValue:StringEquals", "kms:ResourceAliases", alias[1])
        return Statement(actions, (arn("kms", "key/*"),), (only,))
    if alias:
        return Statement(
            actions, (arn("kms", "key/*"),), (Condition("StringEquals", "kms:RequestAlias", alias[1]),)
        )
    return Statement(actions, (key if is_arn(key) else arn("kms", f"key/{key}"),))


def _keys(parameters: Json, fields: tuple[str, ...]) -> Iterator[str | None]:
    """The keys in the parameters at all depths; None for one that each execution chooses."""
    for path, item in values(parameters, ()):
        name = str(path[-1]) if path else ""
        bare = name.removesuffix(".$")
        if isinstance(item, str) and (bare in fields or _is_key(bare)):
            yield item if name == bare and is_fixed(item) else None


def _is_key(name: str) -> bool:
    return bool(_NAME.search(name)) and not _NO_KEY.search(name)
