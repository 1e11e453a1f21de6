"""The text of a template.

The definition is a text in it (`DefinitionString`), because CloudFormation refuses a template with a `null`,
and because only there `${Name}` is nothing but what `DefinitionSubstitutions` says of it.
"""

from __future__ import annotations

from exporters.attachments.attachments import in_template
from exporters.formats.cloudformation.parts import logging, template_text
from exporters.resources import encryption, role_arn, role_policies
from exporters.template_stack import TemplateStack
from schemas.core.paths import Json


def template(stack: TemplateStack) -> str:
    """Return the whole template, with its comments."""
    machine = machine_resource(stack, {"DefinitionString": stack.definition_text})
    return template_text(stack, role_policies(stack), in_template(stack), machine)


def machine_resource(stack: TemplateStack, definition: dict[str, Json]) -> dict[str, Json]:
    """Return the machine as a resource of Step Functions, with the field of its `definition`."""
    deployment = stack.deployment
    fields: dict[str, Json] = {
        "StateMachineName": stack.machine_name if stack.names_itself else None,
        "StateMachineType": stack.workflow.design.type,
        "RoleArn": role_arn(stack),
        "EncryptionConfiguration": encryption(stack),
        "TracingConfiguration": {"Enabled": deployment.tracing},
        "LoggingConfiguration": logging(stack),
        "Tags": [{"Key": key, "Value": value} for key, value in deployment.tags.items()],
        "DefinitionSubstitutions": stack.definition_substitutions(),
    }
    given = {key: value for key, value in fields.items() if value}
    return {"Type": "AWS::StepFunctions::StateMachine", "Properties": {**given, **definition}}
