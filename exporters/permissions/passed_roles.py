"""iam:PassRole for each role among the parameters of a call, to the service that takes it on and no other.

IAM User Guide, "Grant a user permissions to pass a role to an AWS service". The index of services knows which
parameters are roles.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from exporters.permissions.call import Call
from exporters.permissions.statement import EVERYTHING, Condition, Statement, is_arn
from schemas.asl.services import SDK, ParameterType, parameters, sdk
from schemas.core.paths import Json


def passed_roles(call: Call, prefix: str) -> Iterator[Statement]:
    """Yield what allows to pass each role that `call`, to a service with the IAM prefix, hands over."""
    name = f"{SDK}{call.service}" if call.sdk else call.service
    type = parameters(name, call.action)
    if type is None or not _passes(call):
        return
    for member, role in _roles(call.parameters, type):
        principal = _principal(prefix, member)
        yield pass_role(principal if role else principal or prefix, role_arns(role))
    yield from (pass_role("ec2") for _ in _profiles(call.parameters, type))
    for member in type.roles:
        if not call.parameters and member in type.required:
            yield pass_role(_principal(prefix, member))


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


def _profiles(value: Json, type: ParameterType) -> Iterator[str]:
    for inner, fields in _objects(value, type):
        yield from (member for member in inner.profiles for _ in _fixed(fields, member))


def _fixed(fields: dict[str, Json], member: str) -> Iterator[str | None]:
    if f"{member}.$" in fields:
        yield None
    value = fields.get(member)
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, str) and item:
            yield None if item.startswith("{%") else item
        elif isinstance(item, dict):
            yield None


def _objects(value: Json, type: ParameterType) -> Iterator[tuple[ParameterType, dict[str, Json]]]:
    """Each object of the parameters with its type, outer before inner."""
    waiting = [(value, type)]
    while waiting:
        value, type = waiting.pop()
        if isinstance(value, list) and type.kind == "list":
            waiting.extend((item, type.inner) for item in value)
        elif isinstance(value, dict) and type.kind == "map":
            waiting.extend((item, type.inner) for item in value.values())
        elif isinstance(value, dict) and type.kind == "object":
            yield type, value
            waiting.extend((value[name], type.member(name)) for name in type.names if name in value)
