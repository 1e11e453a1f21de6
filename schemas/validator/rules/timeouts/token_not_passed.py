"""A task waits for its token, but does not pass it on.

Why: a `.waitForTaskToken` task continues when somebody sends its token back. If the call does not contain
the token, nobody can, and the execution waits until its timeout, a year by default.

Bad example:

    {"StartAt": "Pay", "States": {
      "Pay": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
        "Parameters": {"QueueUrl": "${Queue}", "MessageBody": "Approve"},
        "End": true}}}

Good example:

    {"StartAt": "Pay", "States": {
      "Pay": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
        "Parameters": {"QueueUrl": "${Queue}",
          "MessageBody": {"token.$": "$$.Task.Token"}},
        "End": true}}}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from schemas.asl.services.arguments import PATH, arguments_field, integration_of
from schemas.asl.services.integration import WAIT, Integration
from schemas.asl.services.task_token import may_carry
from schemas.asl.walk import State, values
from schemas.core.paths import Json, Path
from schemas.core.placeholder import is_placeholder
from schemas.validator.finding import Finding, rule

_IN_JSONATA = re.compile(
    r"\$states(?!\s*\.\s*(?:(?:input|result|errorOutput)\b|context\s*\.\s*(?!Task\b)))|\$eval\b"
)
_IN_JSONPATH = re.compile(r"\$\$(?![\w.\[])|\$\$\.Task(?!\w)|\$\$\[")


@rule("warning", State, "Task")
def check(state: State) -> Iterator[Finding]:
    """A Task that waits for its token and whose arguments cannot contain it."""
    call = integration_of(state)
    if call is not None and call.pattern == WAIT and not _passes_token(state, call):
        yield Finding((*state.path, "Resource"), {"state": state.name, "field": arguments_field(state)[0]})


def _passes_token(state: State, call: Integration) -> bool:
    _, data = arguments_field(state)
    if is_placeholder(data):
        return True
    if state.language == "JSONPath" and _has(_IN_JSONPATH, state.fields.get("InputPath")):
        return True
    return any(_may_be_token(state, call, path, value) for path, value in values(data, ()))


def _may_be_token(state: State, call: Integration, path: Path, value: Json) -> bool:
    if state.language == "JSONata":
        return _is_token(value) or (_is_open(path, value) and may_carry(call, path))
    if not path or not str(path[-1]).endswith(PATH):
        return False
    return _has(_IN_JSONPATH, value) or (is_placeholder(value) and may_carry(call, path))


def _is_token(value: Json) -> bool:
    """True for an expression that reads the token, or all of what holds it; plain text is no expression."""
    return isinstance(value, str) and value.startswith("{%") and _has(_IN_JSONATA, value)


def _is_open(path: Path, value: Json) -> bool:
    """True for a substitution inside an expression, or for a whole parameter: it may become the token."""
    if not is_placeholder(value):
        return False
    return len(path) == 1 or path[-1] == "Detail" or (isinstance(value, str) and value.startswith("{%"))


def _has(token: re.Pattern[str], value: Json) -> bool:
    return isinstance(value, str) and token.search(value) is not None
