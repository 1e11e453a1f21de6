"""A Lambda function is called without a retry for Lambda's own hiccups.

Why: Lambda fails a call now and then though the function is fine: the service is restarting, or too much is
called at once. Trying again a moment later is enough, and AWS advises it for every call.

Bad example:

    {"StartAt": "在庫チェック", "States": {
      "在庫チェック": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
        "Parameters": {"FunctionName": "stock"}}}}

Good example:

    {"StartAt": "在庫チェック", "States": {
      "在庫チェック": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
        "Parameters": {"FunctionName": "stock"},
        "Retry": [{"ErrorEquals": ["Lambda.ServiceException", "Lambda.AWSLambdaException",
          "Lambda.SdkClientException", "Lambda.TooManyRequestsException"]}]}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.errors import handlers
from schemas.asl.walk import State
from schemas.core.coerce import text
from schemas.core.diagnostic import Fix
from schemas.core.edits import Insert, Set
from schemas.core.paths import Json
from schemas.validator.finding import Finding, rule

TRANSIENT: tuple[Json, ...] = (
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
    """A call of a function where no retrier takes such an error."""
    if not calls_lambda(state):
        return
    retried = (name for handler in handlers(state) if handler.field == "Retry" for name in handler.errors)
    named = {name for name in retried if isinstance(name, str)}
    if named.isdisjoint(_COVERING):
        yield Finding(state.path, {"state": state.name}, key=True, fix=_retried(state))


def calls_lambda(state: State) -> bool:
    """Whether a Task calls a Lambda function, by the optimized integration or by the function's ARN."""
    resource = text(state.fields.get("Resource"))
    return ":states:::lambda:invoke" in resource or (":lambda:" in resource and ":function:" in resource)


def _retried(state: State) -> Fix | None:
    retrier: dict[str, Json] = {
        "ErrorEquals": list(TRANSIENT),
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
