"""The data API of Redshift: a statement, with the credentials of a secret, of a user or of the caller."""

from __future__ import annotations

from exporters.permissions.aws_sdk import by_name
from exporters.permissions.call import Call
from exporters.permissions.named_resources import resource_arns
from exporters.permissions.services.secretsmanager import read_secret
from exporters.permissions.statement import EVERYTHING, Statement, arn

SERVICES = ("redshift-data",)
_WORKGROUP = arn("redshift-serverless", "workgroup/*")
_WITH_A_CLUSTER = {"batchExecuteStatement", "executeStatement", "describeTable", "listTables", "listSchemas"}


def statements(call: Call) -> list[Statement] | None:
    """Allow the action on the cluster or the workgroup, and what gives the credentials."""
    found = by_name(call, *_target(call)) if call.action in _WITH_A_CLUSTER else by_name(call)
    if found is None or call.action not in _WITH_A_CLUSTER:
        return found
    return [*found, *_credentials(call)]


def _target(call: Call) -> tuple[str, ...]:
    if call.gives("WorkgroupName"):
        return (_WORKGROUP,)
    return resource_arns(arn("redshift", "cluster:{ClusterIdentifier}"), call, "redshift-data")


def _credentials(call: Call) -> list[Statement]:
    if call.gives("SecretArn"):
        return read_secret(call, "SecretArn")
    if call.gives("WorkgroupName"):
        return [Statement(("redshift-serverless:GetCredentials",), (_WORKGROUP,))]
    cluster = call.fixed("ClusterIdentifier") or EVERYTHING
    database = arn("redshift", f"dbname:{cluster}/{call.fixed('Database') or EVERYTHING}")
    if call.gives("DbUser"):
        user = arn("redshift", f"dbuser:{cluster}/{call.fixed('DbUser') or EVERYTHING}")
        return [Statement(("redshift:GetClusterCredentials",), (user, database))]
    return [Statement(("redshift:GetClusterCredentialsWithIAM",), (database,))]
