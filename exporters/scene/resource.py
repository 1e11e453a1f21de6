"""The resource that a Task calls, in a word or two, and the icon of its service."""

from __future__ import annotations

import re
from dataclasses import dataclass

from schemas.asl.template_functions import named
from schemas.core.coerce import mapping, text
from schemas.core.paths import Json

SERVICES = {
    "apigateway": "API Gateway",
    "athena": "Athena",
    "aws-sdk": "AWS",
    "batch": "Batch",
    "bedrock": "Bedrock",
    "bedrockagentcore": "Bedrock AgentCore",
    "codebuild": "CodeBuild",
    "databrew": "Glue DataBrew",
    "dynamodb": "DynamoDB",
    "ecs": "ECS",
    "eks": "EKS",
    "elasticmapreduce": "EMR",
    "emr-containers": "EMR on EKS",
    "emr-serverless": "EMR Serverless",
    "events": "EventBridge",
    "glue": "Glue",
    "http": "HTTP",
    "lambda": "Lambda",
    "mediaconvert": "MediaConvert",
    "s3": "S3",
    "sagemaker": "SageMaker",
    "sfn": "Step Functions",
    "sns": "SNS",
    "sqs": "SQS",
    "states": "Step Functions",
}

_INTEGRATION = re.compile(
    r"arn:[\w-]+:states:::(?:aws-sdk:)?(?P<service>[\w-]+):(?P<action>\w+)(?:\.(?P<pattern>\w+).*)?"
)
_FUNCTION = re.compile(r"arn:[\w-]+:lambda:[^:]*:[^:]*:function:(?P<name>[^:]+)")
_ACTIVITY = re.compile(r"arn:[\w-]+:states:[^:]*:[^:]*:activity:(?P<name>.+)")
_PLACEHOLDER = re.compile(r"\$\{(?P<name>[^}]+)\}")


@dataclass(frozen=True, slots=True)
class Resource:
    """The service's key among the icons ("" where there is none), and the words."""

    service: str
    words: str


def resource_of(fields: dict[str, Json]) -> Resource:
    """Return the resource of a Task with these fields."""
    resource = fields.get("Resource")
    arn = text(resource, named(resource))
    if match := _INTEGRATION.fullmatch(arn):
        service, action = match["service"], match["action"]
        shown = SERVICES.get(service, service)
        if (service, action) == ("lambda", "invoke"):
            return Resource(service, " ".join(filter(None, (shown, _function_name(fields)))))
        waits_for_end = (match["pattern"] or "").startswith("sync")
        return Resource(service, f"{shown} {action}" + (".sync" if waits_for_end else ""))
    if match := _FUNCTION.fullmatch(arn):
        return Resource("lambda", f"Lambda {_bare(match['name'])}")
    if match := _ACTIVITY.fullmatch(arn):
        return Resource("activity", _bare(match["name"]))
    return Resource("", _bare(arn))


def _function_name(fields: dict[str, Json]) -> str:
    arguments = mapping(fields.get("Parameters")) or mapping(fields.get("Arguments"))
    function = arguments.get("FunctionName")
    name = text(function, named(function))
    match = _FUNCTION.match(name)
    return _bare(match["name"] if match else name)


def _bare(name: str) -> str:
    return _PLACEHOLDER.sub(lambda match: match["name"], name)
