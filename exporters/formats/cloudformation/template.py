"""The text of a template.

The definition is a text in it (`DefinitionString`), because CloudFormation refuses a template with a `null`,
and because only there `${Name}` is nothing but what `DefinitionSubstitutions` says of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from exporters.comments import introduction, listed, to_be_added
from exporters.permissions.need import Need
from exporters.resources import LOG_GROUPS, all_needs, log_group, role_resource
from exporters.stack import LOG_GROUP, MACHINE, ROLE, Stack
from exporters.yaml_comments import with_comments
from schemas.core.paths import Json, Path
from schemas.document.yaml.printer import write_yaml

_STATEMENTS: Path = ("Resources", ROLE, "Properties", "Policies", 0, "PolicyDocument", "Statement")
_VERSION = "AWSTemplateFormatVersion"


def template(stack: Stack) -> str:
    """The whole template, commented."""
    sections: list[dict[str, Json]] = [
        {_VERSION: "2010-09-09"},
        *_parameters(stack),
        {"Resources": _resources(stack)},
    ]
    return with_comments("\n".join(map(write_yaml, sections)), dict(_comments(stack)))


def _parameters(stack: Stack) -> Iterator[dict[str, Json]]:
    declared = stack.substitutions.parameters
    if declared:
        yield {"Parameters": {item.name: {"Type": "String", "Default": item.default} for item in declared}}


def _resources(stack: Stack) -> Json:
    resources: dict[str, Json] = {ROLE: role_resource(_needs(stack), stack.references)}
    if stack.deployment.logging.level != "OFF":
        resources[LOG_GROUP] = log_group({"Fn::Sub": f"{LOG_GROUPS}${{AWS::StackName}}"})
    resources[MACHINE] = {"Type": "AWS::StepFunctions::StateMachine", "Properties": _machine(stack)}
    return resources


def _machine(stack: Stack) -> Json:
    deployment = stack.deployment
    fields: dict[str, Json] = {
        "StateMachineName": {"Ref": "AWS::StackName"} if stack.names_itself else None,
        "StateMachineType": stack.workflow.design.type,
        "RoleArn": {"Fn::GetAtt": [ROLE, "Arn"]},
        "TracingConfiguration": {"Enabled": deployment.tracing},
        "LoggingConfiguration": _logging(stack),
        "Tags": [{"Key": key, "Value": value} for key, value in deployment.tags.items()],
        "DefinitionSubstitutions": stack.substituted(),
    }
    given = {key: value for key, value in fields.items() if value}
    return {**given, "DefinitionString": stack.definition}


def _logging(stack: Stack) -> Json:
    logging = stack.deployment.logging
    if logging.level == "OFF":
        return None
    group: Json = {"LogGroupArn": {"Fn::GetAtt": [LOG_GROUP, "Arn"]}}
    return {
        "Level": logging.level,
        "IncludeExecutionData": logging.include_execution_data,
        "Destinations": [{"CloudWatchLogsLogGroup": group}],
    }


def _needs(stack: Stack) -> list[Need]:
    return all_needs(stack.role, stack.deployment)


def _comments(stack: Stack) -> Iterator[tuple[Path, str]]:
    yield (_VERSION,), introduction(stack.workflow)
    for index, need in enumerate(_needs(stack)):
        if need.states:
            yield (*_STATEMENTS, index), listed(need.states)
    unknown = to_be_added(stack.role)
    if unknown:
        yield ("Resources", ROLE), unknown
