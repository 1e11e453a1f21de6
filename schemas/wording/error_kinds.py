"""The kinds of errors that have words: names of errors by how they end.

Source: the developer guide of Step Functions, "Handling errors in Step Functions workflows"; the services'
errors are those of schemas/asl/services/errors.json.
"""

from __future__ import annotations

from typing import Literal

ErrorKind = Literal[
    "all",
    "any other",
    "condition failed",
    "too much data",
    "no heartbeat",
    "timeout",
    "throttled",
    "not permitted",
    "running already",
    "not found",
    "unexpected data",
    "no choice",
    "too many items failed",
    "list unreadable",
    "results unwritten",
    "failed inside",
    "service trouble",
]

_ENDS: dict[ErrorKind, tuple[str, ...]] = {
    "all": ("States.ALL",),
    "any other": ("States.TaskFailed",),
    "condition failed": ("ConditionalCheckFailedException",),
    "too much data": ("DataLimitExceeded",),
    "no heartbeat": ("HeartbeatTimeout",),
    "timeout": ("Timeout", "TimeoutException", "Timedout"),
    "throttled": (
        "TooManyRequestsException",
        "ThrottlingException",
        "ThrottledException",
        "ProvisionedThroughputExceededException",
        "LimitExceeded",
        "QuotaExceededException",
        ".429",
    ),
    "not permitted": ("Permissions", "AccessDeniedException"),
    "running already": ("ExecutionAlreadyExistsException",),
    "not found": ("ResourceNotFoundException", "DoesNotExistException"),
    "unexpected data": (
        "QueryEvaluationError",
        "ParameterPathFailure",
        "IntrinsicFailure",
        "ResultPathMatchFailure",
        "States.Runtime",
    ),
    "no choice": ("NoChoiceMatched",),
    "too many items failed": ("ExceedToleratedFailureThreshold",),
    "list unreadable": ("ItemReaderFailed",),
    "results unwritten": ("ResultWriterFailed",),
    "failed inside": ("BranchFailed",),
    "service trouble": (
        "ServiceException",
        "SdkClientException",
        "InternalServerError",
        "InternalServerException",
        "AWSLambdaException",
        "AmazonDynamoDBException",
        "AmazonSNSException",
        "AmazonSQSException",
        "ServiceUnavailableException",
        ".Unknown",
        ".500",
        ".502",
        ".503",
        ".504",
    ),
}


def error_kind(name: str) -> ErrorKind | None:
    """The kind of the error of that name, the first that fits; None for a name that somebody made up."""
    return next((kind for kind, ends in _ENDS.items() if name.endswith(ends)), None)
