"""The text of a SAM template; the definition is a file of its own beside it."""

from __future__ import annotations

from exporters.attachments.attachments import in_template
from exporters.formats.cloudformation.parts import logging, template_text
from exporters.formats.cloudformation.template import machine_resource
from exporters.resources import role_arn, role_policies
from exporters.template_stack import TemplateStack
from schemas.core.paths import Json

_TRANSFORM: dict[str, Json] = {"Transform": "AWS::Serverless-2016-10-31"}


def template(stack: TemplateStack) -> str:
    """Return the whole template, with its comments."""
    return template_text(stack, role_policies(stack), in_template(stack), _machine(stack), _TRANSFORM)


def _machine(stack: TemplateStack) -> dict[str, Json]:
    """The machine as SAM has it; with a key as Step Functions has it, for SAM knows no encryption.

    SAM uploads the file in either.
    """
    deployment = stack.deployment
    if deployment.kms_key:
        return machine_resource(stack, {"DefinitionS3Location": stack.definition_file})
    fields: dict[str, Json] = {
        "Name": stack.machine_name if stack.names_itself else None,
        "Type": stack.workflow.design.type,
        "Role": role_arn(stack),
        "Tracing": {"Enabled": deployment.tracing},
        "Logging": logging(stack),
        "Tags": dict(deployment.tags),
        "DefinitionUri": stack.definition_file,
        "DefinitionSubstitutions": stack.definition_substitutions(),
    }
    given: dict[str, Json] = {key: value for key, value in fields.items() if value}
    return {"Type": "AWS::Serverless::StateMachine", "Properties": given}
