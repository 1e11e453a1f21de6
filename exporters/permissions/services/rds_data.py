"""The data API of RDS: a statement in a cluster, with the credentials in a secret."""

from __future__ import annotations

from exporters.permissions.aws_sdk import by_name
from exporters.permissions.call import Call
from exporters.permissions.services.secretsmanager import read_secret
from exporters.permissions.statement import Statement

SERVICES = ("rds-data",)


def statements(call: Call) -> list[Statement] | None:
    """Allow the action on the cluster and to read the secret."""
    found = by_name(call)
    return None if found is None else [*found, *read_secret(call, "SecretArn")]
