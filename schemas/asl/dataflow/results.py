"""The members of the results of calls, where they are certain.

Source: the API references of the services, and executions recorded on the real service. The result of an
optimized integration also has the metadata of the HTTP response.
"""

from __future__ import annotations

from schemas.asl.dataflow.shapes import ANYTHING, Member, Record, Shape
from schemas.asl.services.arguments import integration_of
from schemas.asl.services.integration import SDK
from schemas.asl.walk import State

_WRITTEN = ("Attributes", "ConsumedCapacity", "ItemCollectionMetrics")
_METADATA = ("SdkHttpMetadata", "SdkResponseMetadata")
_MEMBERS: dict[str, tuple[str, ...]] = {
    "dynamodb:deleteItem": _WRITTEN,
    "dynamodb:getItem": ("Item", "ConsumedCapacity"),
    "dynamodb:putItem": _WRITTEN,
    "dynamodb:query": ("Items", "Count", "ScannedCount", "LastEvaluatedKey", "ConsumedCapacity"),
    "dynamodb:scan": ("Items", "Count", "ScannedCount", "LastEvaluatedKey", "ConsumedCapacity"),
    "dynamodb:updateItem": _WRITTEN,
    "events:putEvents": ("Entries", "FailedEntryCount"),
    "eventbridge:putEvents": ("Entries", "FailedEntryCount"),
    "lambda:invoke": ("ExecutedVersion", "FunctionError", "LogResult", "Payload", "StatusCode"),
    "sfn:startExecution": ("ExecutionArn", "StartDate"),
    "sns:publish": ("MessageId", "SequenceNumber"),
    "sqs:sendMessage": (
        "MD5OfMessageAttributes", "MD5OfMessageBody", "MD5OfMessageSystemAttributes", "MessageId",
        "SequenceNumber", "Md5OfMessageAttributes", "Md5OfMessageBody", "Md5OfMessageSystemAttributes",
    ),
    "states:startExecution": ("ExecutionArn", "StartDate"),
}  # fmt: skip


def result_of(state: State) -> Shape:
    """The shape of a Task's result; unknown for functions, activities, waits for a token and most calls."""
    call = integration_of(state)
    if call is None or call.pattern:
        return ANYTHING
    members = _MEMBERS.get(f"{call.service.removeprefix(SDK)}:{call.action}")
    if members is None:
        return ANYTHING
    return Record({name: Member(ANYTHING, "maybe") for name in (*members, *_METADATA)})
