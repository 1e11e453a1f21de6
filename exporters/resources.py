"""Resources of CloudFormation that a template has beside the state machine: its role and its log group."""

from __future__ import annotations

from exporters.intrinsics import References, policy_statement
from exporters.permissions.need import Need
from exporters.permissions.role import Role
from exporters.permissions.statement import Statement
from schemas.core.paths import Json
from schemas.sidecar.deployment import Deployment

LOG_GROUPS = "/aws/vendedlogs/states/"
"""The prefix under which AWS lets many machines log."""

LOG_RETENTION_DAYS = 30
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


def all_needs(role: Role, deployment: Deployment) -> list[Need]:
    """What the tasks need, and what logging and tracing need where they are on."""
    needs = list(role.needs)
    if deployment.logging.level != "OFF":
        needs.append(Need(Statement(_LOGGING)))
    if deployment.tracing:
        needs.append(Need(Statement(_TRACING)))
    return needs


def role_resource(needs: list[Need], references: References) -> Json:
    """The role that the machine runs with."""
    assumed: Json = {
        "Effect": "Allow",
        "Principal": {"Service": "states.amazonaws.com"},
        "Action": "sts:AssumeRole",
        "Condition": {"StringEquals": {"aws:SourceAccount": {"Ref": "AWS::AccountId"}}},
    }
    properties: dict[str, Json] = {"AssumeRolePolicyDocument": _document([assumed])}
    if needs:
        statements: list[Json] = [policy_statement(need.statement, references) for need in needs]
        properties["Policies"] = [{"PolicyName": "tasks", "PolicyDocument": _document(statements)}]
    return {"Type": "AWS::IAM::Role", "Properties": properties}


def log_group(name: Json) -> Json:
    """The group that the machine logs to; its name should begin with `LOG_GROUPS`."""
    return {
        "Type": "AWS::Logs::LogGroup",
        "Properties": {
            "LogGroupName": name,
            "RetentionInDays": LOG_RETENTION_DAYS,
        },
    }


def _document(statements: list[Json]) -> Json:
    return {"Version": "2012-10-17", "Statement": statements}
