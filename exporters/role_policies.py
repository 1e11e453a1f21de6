"""The policies of a role: one inline policy, or managed ones where it would be too large.

IAM, "IAM and AWS STS quotas": white space is not counted; all inline policies of a role share one limit, so
several of them hold no more than one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from exporters.format import RoleTooLarge
from exporters.intrinsics import IN_SUB, References
from exporters.permissions.permission import Permission
from exporters.policy_statement import policy_statement
from schemas.core.paths import Json

LARGEST_INLINE = 10_240
LARGEST_MANAGED = 6_144
MOST_MANAGED = 10

_DOCUMENT = len('{"Version":"2012-10-17","Statement":[]}')
_PSEUDO_PARAMETERS = {
    "AWS::AccountId": "123456789012",
    "AWS::Partition": "aws-us-gov",
    "AWS::Region": "ap-southeast-1",
    "AWS::StackName": "",
    "AWS::URLSuffix": "amazonaws.com.cn",
}
_UNKNOWN = "x" * 64
"""A value of the length that one which the deployment gives is taken to have at most."""


@dataclass(frozen=True, slots=True)
class RolePolicies:
    """The permissions of one role, in policies; `managed` is empty where one inline policy holds them."""

    inline: tuple[Permission, ...] = ()
    managed: tuple[tuple[Permission, ...], ...] = ()

    @property
    def permissions(self) -> Iterator[Permission]:
        """All permissions, each small enough for one policy."""
        yield from self.inline
        for policy in self.managed:
            yield from policy


def divided(permissions: Sequence[Permission], references: References, stack_name: str) -> RolePolicies:
    """Return `permissions` in as many policies as IAM wants. Raises `RoleTooLarge`."""
    sizes = _Sizes(references, stack_name)
    if _DOCUMENT + sum(map(sizes.of, permissions)) <= LARGEST_INLINE:
        return RolePolicies(inline=tuple(permissions))
    policies: list[tuple[int, list[Permission]]] = []
    for part in (part for permission in permissions for part in _parts(permission, sizes)):
        size = sizes.of(part)
        if not policies or policies[-1][0] + size > LARGEST_MANAGED:
            policies.append((_DOCUMENT, []))
        policies[-1] = (policies[-1][0] + size, [*policies[-1][1], part])
    if len(policies) > MOST_MANAGED:
        raise RoleTooLarge(len(policies), MOST_MANAGED)
    return RolePolicies(managed=tuple(tuple(policy) for _, policy in policies))


@dataclass(frozen=True, slots=True)
class _Sizes:
    references: References
    stack_name: str

    def of(self, permission: Permission) -> int:
        """The characters of a statement after deployment, and of the comma behind it."""
        written = policy_statement(permission.statement, self.references)
        text = json.dumps(_deployed(written, self.stack_name), ensure_ascii=False, separators=(",", ":"))
        return len(re.sub(r"\s", "", text)) + 1


def _parts(permission: Permission, sizes: _Sizes) -> Iterator[Permission]:
    """`permission`, in parts that each fit into one policy."""
    statement = permission.statement
    if _DOCUMENT + sizes.of(permission) <= LARGEST_MANAGED or len(statement.resources) == 1:
        yield permission
        return
    half = len(statement.resources) // 2
    for resources in (statement.resources[:half], statement.resources[half:]):
        yield from _parts(replace(permission, statement=replace(statement, resources=resources)), sizes)


def _deployed(value: Json, stack_name: str) -> Json:
    """`value` of about the length that it has after deployment."""
    match value:
        case {"Ref": "AWS::StackName"}:
            return stack_name
        case {"Ref": str(name)}:
            return _PSEUDO_PARAMETERS.get(name, _UNKNOWN)
        case {"Fn::Sub": str(text)}:
            return _substituted(text, stack_name, {})
        case {"Fn::Sub": [str(text), dict(inner)]}:
            return _substituted(text, stack_name, inner)
        case dict() if any(key.startswith("Fn::") for key in value):
            return _UNKNOWN
        case dict():
            return {key: _deployed(item, stack_name) for key, item in value.items()}
        case list():
            return [_deployed(item, stack_name) for item in value]
    return value


def _substituted(text: str, stack_name: str, variables: Mapping[str, Json]) -> str:
    def replaced(found: re.Match[str]) -> str:
        literally, name = found.groups()
        if literally:
            return f"${{{name}}}"
        return str(_deployed(variables.get(name, {"Ref": name}), stack_name))

    return IN_SUB.sub(replaced, text)
