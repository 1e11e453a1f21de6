"""What the stack declares beside the state machine: parameters, its role, its log group."""

from __future__ import annotations

from dataclasses import replace

from exporters.intrinsics import References, policy_statement
from exporters.permissions.need import Need
from exporters.permissions.role import Role
from exporters.permissions.statement import Statement
from exporters.serverless.definition import EMPTY, literal
from exporters.substitutions import StackParameter
from schemas.deployment import Deployment
from schemas.paths import Json

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


def stack_parameters(declared: tuple[StackParameter, ...], with_empty: bool) -> dict[str, Json]:
    """The parameters, each taking its value from the Serverless parameter of the same name."""
    names = [parameter.name for parameter in declared]
    fields: dict[str, Json] = {name: {"Type": "String", "Default": f"${{param:{name}}}"} for name in names}
    if with_empty:
        fields[EMPTY] = {"Type": "String", "Default": "", "AllowedValues": [""]}
    return fields


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
        statements: list[Json] = [policy_statement(_literal(need.statement), references) for need in needs]
        properties["Policies"] = [{"PolicyName": "tasks", "PolicyDocument": _document(statements)}]
    return {"Type": "AWS::IAM::Role", "Properties": properties}


def log_group(machine: str) -> Json:
    """The group that the machine logs to; under this prefix AWS lets many machines log."""
    return {
        "Type": "AWS::Logs::LogGroup",
        "Properties": {
            "LogGroupName": f"/aws/vendedlogs/states/{machine}",
            "RetentionInDays": LOG_RETENTION_DAYS,
        },
    }


def _literal(statement: Statement) -> Statement:
    conditions = (replace(condition, value=literal(condition.value)) for condition in statement.conditions)
    resources = map(literal, statement.resources)
    return replace(statement, resources=tuple(resources), conditions=tuple(conditions))


def _document(statements: list[Json]) -> Json:
    return {"Version": "2012-10-17", "Statement": statements}
