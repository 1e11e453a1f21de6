"""The text of a template.

The definition is a text in it (`DefinitionString`), because CloudFormation refuses a template with a `null`,
and because only there `${Name}` is nothing but what `DefinitionSubstitutions` says of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from exporters.comments import introduction
from exporters.notification.notification import notification
from exporters.notification.target import Machine
from exporters.resources import (
    LOG_GROUPS,
    encryption,
    log_group,
    role_arn,
    role_comments,
    role_policies,
    role_resources,
)
from exporters.role_policies import RolePolicies
from exporters.substitutions import StackParameter
from exporters.template_stack import TemplateStack
from exporters.yaml_comments import write_commented_yaml
from schemas.core.paths import Json, Path

_VERSION = "AWSTemplateFormatVersion"


def template(stack: TemplateStack) -> str:
    """Return the whole template, with its comments."""
    policies = role_policies(stack)
    told = notification(stack, Machine.in_template(stack.ids.machine))
    parts: dict[str, Json] = {
        "Parameters": {**told.parameters, **_parameters(stack)},
        "Mappings": told.mappings,
        "Conditions": told.conditions,
        "Resources": {**_resources(stack, policies), **told.resources},
    }
    sections: list[dict[str, Json]] = [{_VERSION: "2010-09-09"}]
    sections += [{name: members} for name, members in parts.items() if members]
    comments = dict(_comments(stack, policies))
    return "\n".join(write_commented_yaml(section, comments) for section in sections)


def _parameters(stack: TemplateStack) -> dict[str, Json]:
    return {item.name: _parameter(item) for item in stack.substitutions.parameters}


def _parameter(declared: StackParameter) -> Json:
    fields: dict[str, Json] = {"Type": declared.first.type}
    if declared.default is not None:
        fields["Default"] = declared.default
    if declared.first.allowed:
        fields["AllowedValues"] = list(declared.first.allowed)
    return fields


def _resources(stack: TemplateStack, policies: RolePolicies) -> dict[str, Json]:
    ids, resources = stack.ids, role_resources(stack, policies)
    if stack.is_logged:
        resources[ids.log_group] = log_group({"Fn::Sub": f"{LOG_GROUPS}{_own_name(stack)}"})
    resources[ids.machine] = {"Type": "AWS::StepFunctions::StateMachine", "Properties": _machine(stack)}
    return resources


def _machine(stack: TemplateStack) -> Json:
    deployment = stack.deployment
    fields: dict[str, Json] = {
        "StateMachineName": stack.machine_name if stack.names_itself else None,
        "StateMachineType": stack.workflow.design.type,
        "RoleArn": role_arn(stack),
        "EncryptionConfiguration": encryption(stack),
        "TracingConfiguration": {"Enabled": deployment.tracing},
        "LoggingConfiguration": _logging(stack),
        "Tags": [{"Key": key, "Value": value} for key, value in deployment.tags.items()],
        "DefinitionSubstitutions": stack.definition_substitutions(),
    }
    given = {key: value for key, value in fields.items() if value}
    return {**given, "DefinitionString": stack.definition_text}


def _own_name(stack: TemplateStack) -> str:
    """The name of the machine inside an `Fn::Sub`."""
    return f"${{AWS::StackName}}-{stack.name}" if stack.ids.prefix else "${AWS::StackName}"


def _logging(stack: TemplateStack) -> Json:
    if not stack.is_logged:
        return None
    logging = stack.deployment.logging
    group: Json = {"LogGroupArn": {"Fn::GetAtt": [stack.ids.log_group, "Arn"]}}
    return {
        "Level": logging.level,
        "IncludeExecutionData": logging.include_execution_data,
        "Destinations": [{"CloudWatchLogsLogGroup": group}],
    }


def _comments(stack: TemplateStack, policies: RolePolicies) -> Iterator[tuple[Path, str]]:
    yield (_VERSION,), introduction(stack.workflow)
    yield from role_comments(("Resources",), stack, policies)
