"""Secrets Manager: one secret, whose ARN ends with six letters that its name does not tell."""

from __future__ import annotations

from exporters.permissions.aws_sdk import by_name
from exporters.permissions.call import Call
from exporters.permissions.statement import EVERYTHING, Statement, arn, is_arn

SERVICES = ("secretsmanager",)
_SUFFIX = "-??????"


def statements(call: Call) -> list[Statement] | None:
    """Allow the action on the secret in the parameters."""
    field = "Name" if call.action == "createSecret" else "SecretId"
    if call.fixed(field) is None:
        return by_name(call)
    return by_name(call, *_arns(call.fixed(field)))


def read_secret(call: Call, field: str) -> list[Statement]:
    """Allow a service to read the secret in `field` in the caller's name; nothing where it is not given."""
    if not call.gives(field):
        return []
    secret = call.fixed(field)
    is_given = secret is not None and secret.startswith("${") and field.endswith("Arn")
    arns = (f"{secret}", f"{secret}{_SUFFIX}") if is_given else _arns(secret)
    return [Statement(("secretsmanager:GetSecretValue",), arns)]


def _arns(secret: str | None) -> tuple[str, ...]:
    """The ARN of a secret that is given by its name or its ARN, with the six letters or without them."""
    if secret is None:
        return (EVERYTHING,)
    if is_arn(secret):
        return (secret, f"{secret}{_SUFFIX}")
    named = arn("secretsmanager", f"secret:{secret}")
    return (named, f"{named}{_SUFFIX}") if secret.startswith("${") else (f"{named}{_SUFFIX}",)
