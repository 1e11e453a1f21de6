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
from schemas.asl.walk import State, values
from schemas.core.placeholder import is_placeholder
from schemas.validator.finding import Finding, rule

_IN_JSONATA = re.compile(r"\$states(?!\s*\.\s*(?:input|result|errorOutput)\b)|\$eval\b|\$\{")
_IN_JSONPATH = re.compile(r"\$\$(?![\w.\[])|\$\$\.Task(?!\w)|\$\$\[|\$\{")


@rule("warning", State, "Task")
def check(state: State) -> Iterator[Finding]:
    """A Task that waits for its token and whose arguments cannot contain it."""
    resource = integration_of(state)
    if resource is not None and resource.pattern == ".waitForTaskToken" and not _passes_token(state):
        yield Finding((*state.path, "Resource"), {"state": state.name, "field": arguments_field(state)[0]})


def _passes_token(state: State) -> bool:
    field, data = arguments_field(state)
    if state.language == "JSONata":
        return any(_may_hold(value, _IN_JSONATA) for _, value in values(data, (field,)))
    given = [value for path, value in values(data, (field,)) if str(path[-1]).endswith(PATH)]
    return is_placeholder(data) or any(
        _may_hold(value, _IN_JSONPATH) for value in [*given, state.fields.get("InputPath")]
    )


def _may_hold(value: object, token: re.Pattern[str]) -> bool:
    return isinstance(value, str) and token.search(value) is not None
