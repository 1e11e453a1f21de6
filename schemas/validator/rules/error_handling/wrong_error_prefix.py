"""An error is named as another way of calling the service names it.

Why: the same service names its errors in two ways: by an optimized integration as DynamoDB.…, by aws-sdk as
DynamoDb.…. Names are compared letter by letter, so the wrong one never matches.

Bad example:

    {"StartAt": "予約", "States": {
      "予約": {"Type": "Task", "Resource": "arn:aws:states:::dynamodb:putItem", "End": true,
        "Parameters": {"TableName": "${Table}", "Item": {"id": {"S": "1"}}},
        "Retry": [{"ErrorEquals": ["DynamoDb.ThrottlingException"]}]}}}

Good example:

    {"StartAt": "予約", "States": {
      "予約": {"Type": "Task", "Resource": "arn:aws:states:::dynamodb:putItem", "End": true,
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
"""How a service's errors begin by the optimized integration, and by the SDK."""

_AS_THE_SDK_HAS_IT = {"states": "sfn", "elasticmapreduce": "emr"}


@rule("warning", State, "Task")
def check(state: State) -> Iterator[Finding]:
    """Every name that begins as the other integration of the same service would have it."""
    called = integration(text(state.fields.get("Resource")))
    if called is None:
        return
    service = called.service.removeprefix(SDK)
    prefixes = PREFIXES.get(_AS_THE_SDK_HAS_IT.get(service, service))
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
