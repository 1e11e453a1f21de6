"""SQS: a message into a queue."""

from __future__ import annotations

import re

from exporters.permissions.aws_sdk import by_name
from exporters.permissions.call import PLACEHOLDER, Call
from exporters.permissions.statement import EVERYTHING, Statement, arn

SERVICES = ("sqs",)
_ACTIONS = {
    "sendMessageBatch": "sqs:SendMessage",
    "deleteMessageBatch": "sqs:DeleteMessage",
    "changeMessageVisibilityBatch": "sqs:ChangeMessageVisibility",
}
_QUEUE_URL = re.compile(r"https://sqs\.([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?/(\d{12})/([\w.-]+)")


def statements(call: Call) -> list[Statement] | None:
    """Allow the action on the queue; on every queue where its URL is not fixed."""
    found = by_name(call)
    if found and "QueueName" in call.parameters:
        return found
    actions = (_ACTIONS[call.action],) if call.action in _ACTIONS else found[0].actions if found else None
    return [Statement(actions, (_queue(call),))] if actions else None


def _queue(call: Call) -> str:
    url = call.fixed("QueueUrl") or ""
    if PLACEHOLDER.fullmatch(url):
        return arn("sqs", url)
    found = _QUEUE_URL.fullmatch(url)
    if not found:
        return EVERYTHING
    region, account, name = found.groups()
    return f"arn:${{AWS::Partition}}:sqs:{region}:{account}:{name}"
