"""SNS: a message to a topic, an endpoint or a telephone."""

from __future__ import annotations

from exporters.permissions.aws_sdk import by_name
from exporters.permissions.call import Call
from exporters.permissions.statement import EVERYTHING, Statement

SERVICES = ("sns",)


def statements(call: Call) -> list[Statement] | None:
    """Allow to publish to the topic; a telephone number has no ARN, so it needs every resource."""
    if call.action not in {"publish", "publishBatch"}:
        return by_name(call)
    topic = call.fixed("TopicArn") or call.fixed("TargetArn")
    return [Statement(("sns:Publish",), (topic or EVERYTHING,))]
