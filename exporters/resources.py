"""Resources of CloudFormation beside the state machine: its role and its log group."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from exporters.comments import state_list, unknown_permissions
from exporters.intrinsics import References, policy_statement
from exporters.permissions.permission import Permission
from exporters.permissions.role import Role
from exporters.permissions.statement import Statement
from exporters.stack import Stack
from schemas.core.paths import Json, Path

LOG_GROUPS = "/aws/vendedlogs/states/"
"""The prefix under which AWS lets many machines log."""

LOG_RETENTION_DAYS = 30
_STATEMENTS: Path = ("Properties", "Policies", 0, "PolicyDocument", "Statement")
_TRACING = tuple(
    f"xray:{action}"
    for action in ("PutTraceSegments", "PutTelemetryRecords", "GetSamplingRules", "GetSamplingTargets")
)
_LOGGING = (
    "logs:CreateLogDelivery",
    "logs:GetLogDelivery",
    "logs:UpdateLogDelivery",
    "logs:DeleteLogDelivery",
    "logs:ListLogDeliveries",
    "logs:PutResourcePolicy",
    "logs:DescribeResourcePolicies",
    "logs:DescribeLogGroups",
)


def all_permissions(stack: Stack) -> list[Permission]:
    """Return the permissions of the tasks, and those for logging and tracing where they are on."""
    permissions = list(stack.role.permissions)
    if stack.is_logged:
        permissions.append(Permission(Statement(_LOGGING, breadth="no-resource")))
    if stack.deployment.tracing:
        permissions.append(Permission(Statement(_TRACING, breadth="no-resource")))
    return permissions


def role_resource(permissions: Sequence[Permission], references: References) -> Json:
    """Return the resource of the role that the state machine runs with."""
    assumed: Json = {
        "Effect": "Allow",
        "Principal": {"Service": "states.amazonaws.com"},
        "Action": "sts:AssumeRole",
        "Condition": {"StringEquals": {"aws:SourceAccount": {"Ref": "AWS::AccountId"}}},
    }
    properties: dict[str, Json] = {"AssumeRolePolicyDocument": _document([assumed])}
    if permissions:
        statements: list[Json] = [policy_statement(item.statement, references) for item in permissions]
        properties["Policies"] = [{"PolicyName": "tasks", "PolicyDocument": _document(statements)}]
    return {"Type": "AWS::IAM::Role", "Properties": properties}


def role_comments(path: Path, permissions: Sequence[Permission], role: Role) -> Iterator[tuple[Path, str]]:
    """Yield comments on the `role_resource` at `path`: the states of each statement, and the unknown ones."""
    for index, permission in enumerate(permissions):
        if permission.states:
            yield (*path, *_STATEMENTS, index), state_list(permission.states)
    if role.unknown_states:
        yield path, unknown_permissions(role)


def log_group(name: Json) -> Json:
    """Return the resource of the log group; its `name` should begin with `LOG_GROUPS`."""
    return {
        "Type": "AWS::Logs::LogGroup",
        "Properties": {
            "LogGroupName": name,
            "RetentionInDays": LOG_RETENTION_DAYS,
        },
    }


def _document(statements: list[Json]) -> Json:
    return {"Version": "2012-10-17", "Statement": statements}
