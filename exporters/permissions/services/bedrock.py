"""Bedrock: a model invoked, directly or through an inference profile, or customised."""

from __future__ import annotations

import re

from exporters.permissions.aws_sdk import by_name
from exporters.permissions.call import Call
from exporters.permissions.job import Job, job_statements
from exporters.permissions.statement import EVERYTHING, Statement, arn

SERVICES = ("bedrock",)
_INVOCATIONS = {
    "invokeModel": "bedrock:InvokeModel",
    "converse": "bedrock:InvokeModel",
    "startAsyncInvoke": "bedrock:InvokeModel",
    "countTokens": "bedrock:CountTokens",
}
_CUSTOMISE = Job(
    ("bedrock:CreateModelCustomizationJob",),
    ("bedrock:GetModelCustomizationJob", "bedrock:StopModelCustomizationJob"),
)
_FOUNDATION = "arn:${AWS::Partition}:bedrock:"
_PROFILE = re.compile(r"(?P<area>[a-z]{2,6}(?:-gov)?)\.(?P<model>[a-z0-9-]+\.[\w.:-]+)", re.ASCII)
_PROFILE_ARN = re.compile(r"arn:[^:]*:bedrock:[^:]*:[^:]*:inference-profile/(.+)")


def statements(call: Call) -> list[Statement] | None:
    """Allow to invoke the model and to apply the guardrail, or to start the model's customisation."""
    if call.action in _INVOCATIONS:
        return [Statement((_INVOCATIONS[call.action],), _models(call.fixed("ModelId"))), *_guardrail(call)]
    if call.action == "createModelCustomizationJob" and not call.sdk:
        return job_statements(_CUSTOMISE, call)
    found = by_name(call)
    return None if found is None else [*found, *_behind(call)]


def _behind(call: Call) -> list[Statement]:
    """Allow what a call of the agents' runtime reaches in its caller's name: a knowledge base, a model.

    AWS: "Set up permissions for a user or role to create and manage knowledge bases", "Permissions for
    reranking in Amazon Bedrock".
    """
    if call.action == "rerank":
        return [_invoke(_reranker(call))]
    if call.action == "retrieve":
        return _reranking(call)
    if call.action != "retrieveAndGenerate":
        return []
    configuration = call.inside("RetrieveAndGenerateConfiguration")
    if configuration.gives("ExternalSourcesConfiguration"):
        return [_invoke(configuration.inside("ExternalSourcesConfiguration"))]
    of_base = configuration.inside("KnowledgeBaseConfiguration")
    base = of_base.fixed("KnowledgeBaseId")
    named = (arn("bedrock", f"knowledge-base/{base}"),) if base else (EVERYTHING,)
    return [Statement(("bedrock:Retrieve",), named), _invoke(of_base), *_reranking(of_base)]


def _reranking(holder: Call) -> list[Statement]:
    """Allow to put in order what is retrieved, where the parameters ask for it."""
    search = holder.inside("RetrievalConfiguration", "VectorSearchConfiguration")
    if not search.gives("RerankingConfiguration"):
        return []
    return [Statement(("bedrock:Rerank",), breadth="no-resource"), _invoke(_reranker(search))]


def _reranker(holder: Call) -> Call:
    return holder.inside("RerankingConfiguration", "BedrockRerankingConfiguration", "ModelConfiguration")


def _invoke(holder: Call) -> Statement:
    return Statement(("bedrock:InvokeModel",), _models(holder.fixed("ModelArn")))


def _models(model: str | None) -> tuple[str, ...]:
    """The model; for an inference profile, the profile and its models in every region that it leads to.

    AWS: "Prerequisites for inference profiles". A profile's name is that of its area and of its model.
    """
    if model is None or model.startswith("$"):
        return (EVERYTHING,)
    in_profile = _PROFILE_ARN.fullmatch(model)
    profile = _PROFILE.fullmatch(in_profile[1] if in_profile else model)
    if profile:
        named = model if in_profile else arn("bedrock", f"inference-profile/{model}")
        return (named, _foundation_model(profile["model"], EVERYTHING))
    if ":application-inference-profile/" in model:
        return (model, _foundation_model(EVERYTHING, EVERYTHING))
    return (model if model.startswith("arn:") else _foundation_model(model),)


def _foundation_model(model: str, region: str = "${AWS::Region}") -> str:
    return f"{_FOUNDATION}{region}::foundation-model/{model}"


def _guardrail(call: Call) -> list[Statement]:
    """Allow to apply the guardrail that the call names."""
    holder = call.inside("GuardrailConfig") if "GuardrailConfig" in call.parameters else call
    if not holder.gives("GuardrailIdentifier"):
        return []
    guardrail = holder.fixed("GuardrailIdentifier")
    if guardrail is None:
        return [Statement(("bedrock:ApplyGuardrail",))]
    return [
        Statement(
            ("bedrock:ApplyGuardrail",),
            (guardrail if guardrail.startswith("arn:") else arn("bedrock", f"guardrail/{guardrail}"),),
        )
    ]
