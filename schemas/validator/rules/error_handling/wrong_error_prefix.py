"""An error is named as another integration of the same service names it.

Why: an optimized integration and the AWS SDK integration name the same error differently: DynamoDB.… and
DynamoDb.…. Names are compared character by character, so the wrong one never matches.

Bad example:

    {"StartAt": "Reserve", "States": {
      "Reserve": {"Type": "Task", "Resource": "arn:aws:states:::dynamodb:putItem", "End": true,
        "Parameters": {"TableName": "${Table}", "Item": {"id": {"S": "1"}}},
        "Retry": [{"ErrorEquals": ["DynamoDb.ThrottlingException"]}]}}}

Good example:

    {"StartAt": "Reserve", "States": {
      "Reserve": {"Type": "Task", "Resource": "arn:aws:states:::dynamodb:putItem", "End": true,
        "Parameters": {"TableName": "${Table}", "Item": {"id": {"S": "1"}}},
        "Retry": [{"ErrorEquals": ["DynamoDB.ThrottlingException"]}]}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.errors import handlers
from schemas.asl.services import SDK, integration
from schemas.asl.walk import State
from schemas.core.coerce import text
from schemas.core.diagnostic import Fix
from schemas.core.edits import Set
from schemas.validator.finding import Finding, rule

PREFIXES = {
    "dynamodb": ("DynamoDB", "DynamoDb"),
    "ecs": ("ECS", "Ecs"),
    "eks": ("EKS", "Eks"),
    "emr": ("ElasticMapReduce", "Emr"),
    "sfn": ("StepFunctions", "Sfn"),
    "sns": ("SNS", "Sns"),
    "sqs": ("SQS", "Sqs"),
}
"""The prefix of a service's error names by the optimized integration, and by the SDK integration."""

_SDK_NAMES = {"states": "sfn", "elasticmapreduce": "emr"}
"""The SDK's name of a service whose optimized integration has another."""


@rule("warning", State, "Task")
def check(state: State) -> Iterator[Finding]:
    """Every error name with the prefix that the other integration of the same service uses."""
    called = integration(text(state.fields.get("Resource")))
    if called is None:
        return
    service = called.service.removeprefix(SDK)
    prefixes = PREFIXES.get(_SDK_NAMES.get(service, service))
    if prefixes is None:
        return
    right, wrong = reversed(prefixes) if called.service.startswith(SDK) else prefixes
    for handler in handlers(state):
        for index, name in enumerate(handler.errors):
            if isinstance(name, str) and name.startswith(f"{wrong}."):
                meant = f"{right}.{name.removeprefix(f'{wrong}.')}"
                path = (*handler.path, "ErrorEquals", index)
                fix = Fix((Set(path, meant),), safe=False)
                yield Finding(path, {"name": name, "meant": meant}, fix=fix)
