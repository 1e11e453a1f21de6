"""Resources of CloudFormation beside the state machine: its role with its policies, and its log group."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from exporters.comments import state_list, unknown_permissions
from exporters.intrinsics import References
from exporters.permissions.permission import Permission
from exporters.permissions.statement import Statement
from exporters.policy_statement import policy_statement
from exporters.role_policies import RolePolicies, divided
from exporters.stack import Stack
from schemas.core.paths import Json, Path

LOG_GROUPS = "/aws/vendedlogs/states/"
"""The prefix under which AWS lets many machines log."""

LOG_RETENTION_DAYS = 30
KEY_REUSE_SECONDS = 300
"""The seconds for which a data key of the KMS key is used again, as the service does without a setting."""

_MANAGED: Path = ("Properties", "PolicyDocument", "Statement")
_INLINE: Path = ("Properties", "Policies", 0, "PolicyDocument", "Statement")
_TRACING = tuple(
    f"xray:{action}"
    for action in ("PutTraceSegments", "PutTelemetryRecords", "GetSamplingRules", "GetSamplingTargets")
)
_ENCRYPTION = ("kms:Decrypt", "kms:GenerateDataKey")
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
    """Return the permissions of the tasks, and those for logging, tracing and the key where there are any."""
    permissions = list(stack.role.permissions)
    if stack.is_logged:
        permissions.append(Permission(Statement(_LOGGING, breadth="no-resource")))
    if stack.deployment.tracing:
        permissions.append(Permission(Statement(_TRACING, breadth="no-resource")))
    if stack.deployment.kms_key:
        permissions.append(Permission(Statement(_ENCRYPTION, (stack.deployment.kms_key,))))
    return permissions


def role_arn(stack: Stack) -> Json:
    """The ARN of the role that the state machine runs with: the sidecar's, or that of the exported one."""
    return stack.deployment.role or {"Fn::GetAtt": [stack.ids.role, "Arn"]}


def encryption(stack: Stack) -> dict[str, Json]:
    """The settings of the key that encrypts the state machine; none where it is a key of AWS."""
    if not stack.deployment.kms_key:
        return {}
    return {
        "Type": "CUSTOMER_MANAGED_KMS_KEY",
        "KmsKeyId": stack.deployment.kms_key,
        "KmsDataKeyReusePeriodSeconds": KEY_REUSE_SECONDS,
    }


def role_policies(stack: Stack) -> RolePolicies:
    """Return all permissions in policies; none where the role is there already. Raises `RoleTooLarge`."""
    if stack.deployment.role:
        return RolePolicies()
    return divided(all_permissions(stack), stack.references, stack.name)


def role_resources(stack: Stack, policies: RolePolicies) -> dict[str, Json]:
    """Return the role that the state machine runs with, behind its managed policies, by their ids.

    There are none where the role is there already.
    """
    if stack.deployment.role:
        return {}
    managed: dict[str, Json] = {
        id: {"Type": "AWS::IAM::ManagedPolicy", "Properties": _policy(policy, stack.references)}
        for id, policy in zip(stack.ids.role_policies, policies.managed, strict=False)
    }
    return {**managed, stack.ids.role: _role(list(managed), policies.inline, stack.references)}


def _role(managed: Sequence[str], inline: Sequence[Permission], references: References) -> Json:
    assumed: Json = {
        "Effect": "Allow",
        "Principal": {"Service": "states.amazonaws.com"},
        "Action": "sts:AssumeRole",
        "Condition": {"StringEquals": {"aws:SourceAccount": {"Ref": "AWS::AccountId"}}},
    }
    properties: dict[str, Json] = {"AssumeRolePolicyDocument": _document([assumed])}
    if managed:
        properties["ManagedPolicyArns"] = [{"Ref": id} for id in managed]
    if inline:
        properties["Policies"] = [{"PolicyName": "tasks", **_policy(inline, references)}]
    return {"Type": "AWS::IAM::Role", "Properties": properties}


def role_comments(path: Path, stack: Stack, policies: RolePolicies) -> Iterator[tuple[Path, str]]:
    """Yield comments on the `role_resources` at `path`: each statement's states, and the unknown ones."""
    yield from _statement_comments((*path, stack.ids.role, *_INLINE), policies.inline)
    for id, policy in zip(stack.ids.role_policies, policies.managed, strict=False):
        yield from _statement_comments((*path, id, *_MANAGED), policy)
    if unknown := unknown_permissions(stack):
        yield (*path, stack.ids.role), unknown


def _statement_comments(path: Path, permissions: Sequence[Permission]) -> Iterator[tuple[Path, str]]:
    for index, permission in enumerate(permissions):
        if permission.states:
            yield (*path, index), state_list(permission.states)


def _policy(permissions: Sequence[Permission], references: References) -> dict[str, Json]:
    statements: list[Json] = [policy_statement(item.statement, references) for item in permissions]
    return {"PolicyDocument": _document(statements)}


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
