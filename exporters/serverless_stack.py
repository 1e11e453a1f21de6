"""What the stack of a Serverless export declares beside the state machine: parameters, its role, its log group."""

from __future__ import annotations

from exporters.cloudformation import References, policy_statement
from exporters.permissions.role import Need, Role
from exporters.permissions.statement import Statement
from exporters.plugin_definition import EMPTY, literal_values
from exporters.substitutions import StackParameter
from schemas.deployment import Deployment
from schemas.paths import Json, Path

LOG_RETENTION_DAYS = 30
_TRACING = ("xray:PutTraceSegments", "xray:PutTelemetryRecords", "xray:GetSamplingRules", "xray:GetSamplingTargets")
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


def stack_parameters(declared: tuple[StackParameter, ...], with_empty: bool) -> dict[str, Json]:
    """The parameters, each taking its value from the Serverless parameter of the same name."""
    fields: dict[str, Json] = {
        parameter.name: {"Type": "String", "Default": f"${{param:{parameter.name}}}"} for parameter in declared
    }
    if with_empty:
        fields[EMPTY] = {"Type": "String", "Default": "", "AllowedValues": [""]}
    return fields


def needs(role: Role, deployment: Deployment) -> list[Need]:
    """What the tasks need, and what logging and tracing need where they are on."""
    found = list(role.needs)
    if deployment.logging.level != "OFF":
        found.append(Need(Statement(_LOGGING), ()))
    if deployment.tracing:
        found.append(Need(Statement(_TRACING), ()))
    return found


def role_resource(needed: list[Need], references: References) -> Json:
    """The role that the machine runs with."""
    assume = {
        "Effect": "Allow",
        "Principal": {"Service": "states.amazonaws.com"},
        "Action": "sts:AssumeRole",
        "Condition": {"StringEquals": {"aws:SourceAccount": {"Ref": "AWS::AccountId"}}},
    }
    policy = {"PolicyName": "tasks", "PolicyDocument": _document([policy_statement(need, references) for need in needed])}
    properties = {"AssumeRolePolicyDocument": _document([assume]), "Policies": [policy] if needed else []}
    return {"Type": "AWS::IAM::Role", "Properties": properties}


def log_group(machine: str) -> Json:
    """The group that the machine logs to; the prefix keeps its resource policy short."""
    properties: Json = {
        "LogGroupName": f"/aws/vendedlogs/states/{machine}",
        "RetentionInDays": LOG_RETENTION_DAYS,
    }
    return {"Type": "AWS::Logs::LogGroup", "Properties": properties}


def _document(statements: list[Json]) -> Json:
    return {"Version": "2012-10-17", "Statement": statements}
