"""Bedrock: a model invoked or customised."""

from __future__ import annotations

from exporters.permissions.aws_sdk import by_name
from exporters.permissions.call import Call
from exporters.permissions.job import Job, job_statements
from exporters.permissions.statement import EVERYTHING, Statement

SERVICES = ("bedrock",)
_INVOCATIONS = {
    "invokeModel": "bedrock:InvokeModel",
    "converse": "bedrock:InvokeModel",
    "startAsyncInvoke": "bedrock:InvokeModel",
}
_CUSTOMISE = Job(
    ("bedrock:CreateModelCustomizationJob",),
    ("bedrock:GetModelCustomizationJob", "bedrock:StopModelCustomizationJob"),
    passes_to="bedrock",
    role="RoleArn",
)


def statements(call: Call) -> list[Statement] | None:
    """Allow to invoke the model, or to start its customisation."""
    if call.action in _INVOCATIONS:
        return [Statement((_INVOCATIONS[call.action],), (_model(call),))]
    if call.action == "createModelCustomizationJob" and not call.sdk:
        return job_statements(_CUSTOMISE, call)
    return by_name(call)


def _model(call: Call) -> str:
    model = call.fixed("ModelId")
    if model is None or model.startswith("$"):
        return EVERYTHING
    if model.startswith("arn:"):
        return model
    return f"arn:${{AWS::Partition}}:bedrock:${{AWS::Region}}::foundation-model/{model}"
