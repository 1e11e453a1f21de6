"""iam:PassRole for each role among the parameters of a call, to the service that takes it on and no other.

IAM User Guide, "Grant a user permissions to pass a role to an AWS service". The index of services knows which
parameters are roles.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from exporters.permissions.call import Call, is_fixed
from exporters.permissions.statement import EVERYTHING, Condition, Statement, is_arn
from schemas.asl.services import SDK, ParameterType, parameters, sdk
from schemas.core.paths import Json

_COMPUTED = "{% %}"
"""The value of what each execution puts together."""

_NESTED = ("object", "list", "map")


def passed_roles(call: Call, prefix: str) -> Iterator[Statement]:
    """Yield what allows to pass each role that `call`, to a service with the IAM prefix, hands over."""
    name = f"{SDK}{call.service}" if call.sdk else call.service
    type = parameters(name, call.action)
    if type is None or not _passes(call):
        return
    value: Json = _COMPUTED if call.is_computed else dict(call.parameters)
    for member, role in dict.fromkeys(_roles(value, type)):
        principal = _principal(prefix, member)
        yield pass_role(principal if role else principal or prefix, role_arns(role))
    yield from (pass_role("ec2") for _ in _profiles(value, type))


def pass_role(service: str, roles: tuple[str, ...] = (EVERYTHING,)) -> Statement:
    """Allow to pass the roles to `service` and to no other; to any service if `service` is "".

    Some services have another domain in China (`ec2.amazonaws.com.cn`), others have not.
    """
    only = (Condition("StringLike", "iam:PassedToService", f"{service}.amazonaws.com*"),) if service else ()
    return Statement(("iam:PassRole",), roles, only)


def role_arns(role: str | None) -> tuple[str, ...]:
    """Return the ARN of a role that is given by its ARN or by its name, which tells nothing of its path."""
    if role is None:
        return (EVERYTHING,)
    if is_arn(role):
        return (role,)
    start = "arn:${AWS::Partition}:iam::${AWS::AccountId}:role/"
    return (f"{start}{role.lstrip('/')}",) if "/" in role else (f"{start}{role}", f"{start}*/{role}")


def _passes(call: Call) -> bool:
    service = sdk.service(call.service)
    return not call.sdk or service is None or call.action in service.passing


def _principal(prefix: str, member: str) -> str:
    """The service that takes a role on; "" where that is not known."""
    known = _principals()
    other = known["other"]
    named = other.get(f"{prefix}:{member}", other.get(prefix, ""))
    return str(named) or (prefix if prefix in known["same"] else "")


@cache
def _principals() -> dict[str, Any]:
    """The services that take roles on under the name of their IAM prefix, and those with an other name."""
    return dict(json.loads((files("exporters.permissions") / "principals.json").read_text(encoding="utf-8")))


def _roles(value: Json, type: ParameterType) -> Iterator[tuple[str, str | None]]:
    """The members that hold a role, at all depths, each with the role; None where it is not fixed."""
    for inner, fields in _objects(value, type):
        for member in inner.roles:
            yield from ((member, role) for role in _fixed(fields, member))
    for inner in _computed(value, type):
        yield from ((member, None) for member in _members(inner, "roles"))


def _profiles(value: Json, type: ParameterType) -> Iterator[str]:
    for inner, fields in _objects(value, type):
        yield from (member for member in inner.profiles for _ in _fixed(fields, member))
    for inner in _computed(value, type):
        yield from _members(inner, "profiles")


def _fixed(fields: dict[str, Json], member: str) -> Iterator[str | None]:
    if f"{member}.$" in fields:
        yield None
    value = fields.get(member)
    items = value if isinstance(value, list) else [value]
    for item in items if not isinstance(value, dict) else value.values():
        if isinstance(item, str) and item:
            yield item if is_fixed(item) else None
        elif isinstance(item, dict):
            yield None


def _objects(value: Json, type: ParameterType) -> Iterator[tuple[ParameterType, dict[str, Json]]]:
    """Each object of the parameters with its type, outer before inner."""
    for inner, item in _parts(value, type):
        if isinstance(item, dict) and inner.kind == "object":
            yield inner, item


def _computed(value: Json, type: ParameterType) -> Iterator[ParameterType]:
    """The types of the objects, lists and maps that each execution puts together."""
    for inner, item in _parts(value, type):
        if inner.kind in _NESTED and isinstance(item, str):
            yield inner


def _parts(value: Json, type: ParameterType) -> Iterator[tuple[ParameterType, Json]]:
    """Each value of the parameters with its type, outer before inner; a text where it is computed."""
    waiting = [(value, type)]
    while waiting:
        value, type = waiting.pop()
        yield type, value
        if isinstance(value, list) and type.kind == "list":
            waiting.extend((item, type.inner) for item in value)
        elif isinstance(value, dict) and type.kind == "map":
            waiting.extend((item, type.inner) for item in value.values())
        elif isinstance(value, dict) and type.kind == "object":
            waiting.extend((value[name], type.member(name)) for name in type.names if name in value)
            computed = (name for name in type.names if f"{name}.$" in value)
            waiting.extend((_COMPUTED, type.member(name)) for name in computed)


def _members(type: ParameterType, kind: Literal["roles", "profiles"]) -> dict[str, None]:
    """The members of a kind in a type, at all depths."""
    found: dict[str, None] = {}
    waiting, seen = [type], set[int]()
    while waiting:
        inner = waiting.pop()
        if id(inner) in seen:
            continue
        seen.add(id(inner))
        found |= dict.fromkeys(inner.roles if kind == "roles" else inner.profiles)
        if inner.kind == "object":
            waiting.extend(member for member in map(inner.member, inner.names) if member.kind in _NESTED)
        elif inner.kind in _NESTED:
            waiting.append(inner.inner)
    return found
