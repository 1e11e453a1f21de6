"""The parts that templates of CloudFormation and of SAM have in common."""

from __future__ import annotations

from collections.abc import Iterator

from exporters.comments import introduction, parameter_description
from exporters.fragments.fragment import Fragment
from exporters.resources import LOG_GROUPS, log_group, role_comments, role_resources
from exporters.role_policies import RolePolicies
from exporters.substitutions import StackParameter
from exporters.template_stack import TemplateStack
from exporters.yaml_comments import write_commented_yaml
from schemas.core.paths import Json, Path

VERSION = "AWSTemplateFormatVersion"
_MOST_DESCRIPTION = 1024
"""The bytes of a template's description ("Understand CloudFormation quotas" in its user guide)."""


def template_text(
    stack: TemplateStack,
    policies: RolePolicies,
    told: Fragment,
    machine: dict[str, Json],
    transform: dict[str, Json] | None = None,
) -> str:
    """Return the text of the template around the resource `machine`, with its comments."""
    resources: dict[str, Json] = {**_resources(stack, policies), stack.ids.machine: machine, **told.resources}
    parts: dict[str, Json] = {
        "Parameters": {**told.parameters, **_parameters(stack)},
        "Mappings": told.mappings,
        "Conditions": told.conditions,
        "Resources": resources,
        "Outputs": _outputs(stack, told),
    }
    head: dict[str, Json] = {VERSION: "2010-09-09", **(transform or {}), "Description": _description(stack)}
    sections: list[dict[str, Json]] = [head]
    sections += [{name: members} for name, members in parts.items() if members]
    comments = dict(_comments(stack, policies))
    return "\n".join(write_commented_yaml(section, comments) for section in sections)


def logging(stack: TemplateStack) -> Json:
    """Return the logging of the machine as CloudFormation and SAM have it; None where it does not log."""
    if not stack.is_logged:
        return None
    setting = stack.deployment.logging
    group: Json = {"LogGroupArn": {"Fn::GetAtt": [stack.ids.log_group, "Arn"]}}
    return {
        "Level": setting.level,
        "IncludeExecutionData": setting.include_execution_data,
        "Destinations": [{"CloudWatchLogsLogGroup": group}],
    }


def _description(stack: TemplateStack) -> str:
    """The introduction of the workflow on one line, in as many bytes as a template takes."""
    words = " ".join(
        "".join(char if char.isprintable() else " " for char in introduction(stack.workflow)).split()
    )
    return words.encode("utf-8", "ignore")[:_MOST_DESCRIPTION].decode("utf-8", "ignore") or stack.name


def _parameters(stack: TemplateStack) -> dict[str, Json]:
    return {item.name: _parameter(item) for item in stack.substitutions.parameters}


def _parameter(declared: StackParameter) -> Json:
    fields: dict[str, Json] = {"Type": declared.first.type, "Description": parameter_description(declared)}
    if declared.default is not None:
        fields["Default"] = declared.default
    if declared.first.allowed:
        fields["AllowedValues"] = list(declared.first.allowed)
    return fields


def _resources(stack: TemplateStack, policies: RolePolicies) -> dict[str, Json]:
    resources = role_resources(stack, policies)
    if stack.is_logged:
        resources[stack.ids.log_group] = log_group({"Fn::Sub": f"{LOG_GROUPS}{_own_name(stack)}"})
    return resources


def _own_name(stack: TemplateStack) -> str:
    """The name of the machine inside an `Fn::Sub`."""
    return f"${{AWS::StackName}}-{stack.name}" if stack.ids.prefix else "${AWS::StackName}"


def _outputs(stack: TemplateStack, told: Fragment) -> dict[str, Json]:
    """The values that people and other stacks ask for after a deployment."""
    ids = stack.ids
    outputs: dict[str, Json] = {
        f"{ids.machine}Arn": _output("The ARN of the state machine", {"Ref": ids.machine}),
        f"{ids.machine}Name": _output("Its name", {"Fn::GetAtt": [ids.machine, "Name"]}),
    }
    if not stack.deployment.role:
        outputs[f"{ids.role}Arn"] = _output("The role that it runs with", {"Fn::GetAtt": [ids.role, "Arn"]})
    if stack.is_logged:
        outputs[f"{ids.log_group}Name"] = _output("The log group of its executions", {"Ref": ids.log_group})
    return {**outputs, **told.outputs}


def _output(description: str, value: Json) -> Json:
    return {"Description": description, "Value": value}


def _comments(stack: TemplateStack, policies: RolePolicies) -> Iterator[tuple[Path, str]]:
    yield (VERSION,), introduction(stack.workflow)
    yield from role_comments(("Resources",), stack, policies)
