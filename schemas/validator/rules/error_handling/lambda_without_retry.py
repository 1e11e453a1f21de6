"""A Lambda function is called without a retrier for Lambda's own errors.

Why: Lambda sometimes fails a call although the function is fine: the service restarts, or throttles the
calls. A retry a moment later is enough, and AWS recommends one for every call.

Bad example:

    {"StartAt": "Check Stock", "States": {
      "Check Stock": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
        "Parameters": {"FunctionName": "stock"}}}}

Good example:

    {"StartAt": "Check Stock", "States": {
      "Check Stock": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
        "Parameters": {"FunctionName": "stock"},
        "Retry": [{"ErrorEquals": ["Lambda.ServiceException", "Lambda.AWSLambdaException",
          "Lambda.SdkClientException", "Lambda.TooManyRequestsException"]}]}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.errors import handlers
from schemas.asl.services.arguments import resource_of
from schemas.asl.walk import State
from schemas.core.diagnostic import Fix
from schemas.core.edits import Insert, Set
from schemas.core.paths import Json
from schemas.validator.finding import Finding, rule

_TRANSIENT: tuple[Json, ...] = (
    "Lambda.ServiceException",
    "Lambda.AWSLambdaException",
    "Lambda.SdkClientException",
    "Lambda.TooManyRequestsException",
)

_COVERING = frozenset(
    {"States.ALL", "States.TaskFailed", "Lambda.ServiceException", "Lambda.AWSLambdaException"}
)


@rule("hint", State, "Task")
def check(state: State) -> Iterator[Finding]:
    """A Task that calls a function and has no retrier for an error of Lambda itself."""
    if not _calls_lambda(state):
        return
    retried = (name for handler in handlers(state) if handler.field == "Retry" for name in handler.errors)
    named = {name for name in retried if isinstance(name, str)}
    if named.isdisjoint(_COVERING):
        yield Finding(state.path, {"state": state.name}, key=True, fix=_add_retrier(state))


def _calls_lambda(state: State) -> bool:
    """True if a Task calls a Lambda function, by the optimized integration or by the function's ARN."""
    resource = resource_of(state)
    return ":states:::lambda:invoke" in resource or (":lambda:" in resource and ":function:" in resource)


def _add_retrier(state: State) -> Fix | None:
    """Insert the retrier that AWS recommends; None where Retry is no list."""
    retrier: dict[str, Json] = {
        "ErrorEquals": list(_TRANSIENT),
        "IntervalSeconds": 1,
        "MaxAttempts": 3,
        "BackoffRate": 2,
        "JitterStrategy": "FULL",
    }
    path = (*state.path, "Retry")
    retriers = state.fields.get("Retry", [])
    if not isinstance(retriers, list):
        return None
    return Fix((Insert((*path, 0), retrier) if retriers else Set(path, [retrier]),), safe=False)
