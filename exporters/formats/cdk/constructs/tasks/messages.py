"""Messages to queues of SQS and topics of SNS, events to buses of EventBridge."""

from __future__ import annotations

from exporters.formats.cdk.code import Entries, Expression, Items, Name, Options, Plain
from exporters.formats.cdk.constructs.call import Called, TaskKind
from exporters.formats.cdk.constructs.fields import Fields
from exporters.formats.cdk.constructs.fields import Options as Given
from exporters.formats.cdk.constructs.unfit import Unfit
from exporters.formats.cdk.constructs.values import Values
from exporters.formats.cdk.kinds import BUS, QUEUE, TOPIC
from schemas.asl.services.integration import WAIT
from schemas.core.coerce import mapping, text
from schemas.core.paths import Json

_FIFO = ".fifo"
"""The end of the ARN of a topic on which the CDK asks for the group of each message."""


def _send(call: Called) -> Given:
    arguments = call.arguments
    delay = arguments.take("DelaySeconds")
    return (
        *call.resource("QueueUrl", "queue", QUEUE, ""),
        *call.pattern_option(WAIT, sent_in="MessageBody"),
        *call.required(arguments.input("MessageBody", "messageBody")),
        *((("delay", arguments.values.duration(delay)),) if delay is not None else ()),
        *arguments.text("MessageDeduplicationId", "messageDeduplicationId"),
        *arguments.text("MessageGroupId", "messageGroupId"),
    )


def _publish(call: Called) -> Given:
    arguments = call.arguments
    structure = arguments.take("MessageStructure")
    if structure not in (None, "json") or text(mapping(call.given).get("TopicArn")).endswith(_FIFO):
        raise Unfit
    return (
        *call.resource("TopicArn", "topic", TOPIC, ""),
        *call.pattern_option(WAIT, sent_in="Message"),
        *arguments.text("Subject", "subject"),
        *call.required(arguments.input("Message", "message")),
        *((("messagePerSubscriptionType", Plain(True)),) if structure else ()),
        *_message_attributes(arguments),
        *arguments.text("MessageDeduplicationId", "messageDeduplicationId"),
        *arguments.text("MessageGroupId", "messageGroupId"),
    )


def _message_attributes(arguments: Fields) -> Given:
    if "MessageAttributes" not in arguments:
        return ()
    attributes = arguments.take("MessageAttributes")
    if not isinstance(attributes, dict):
        raise Unfit
    values = arguments.values
    found = ((values.key(name), _message_attribute(each, values)) for name, each in attributes.items())
    return (("messageAttributes", Entries(tuple(found))),)


def _message_attribute(attribute: Json, values: Values) -> Expression:
    """An attribute whose value is a text; the CDK would write others in a form of its own."""
    fields = Fields(attribute, values)
    if fields.take("DataType") != "String":
        raise Unfit
    found = fields.text("StringValue", "value")
    fields.end()
    if not found:
        raise Unfit
    return Options("", (*found, ("dataType", Name("tasks.MessageAttributeDataType.STRING"))))


def _put(call: Called) -> Given:
    entries = call.arguments.take("Entries")
    if not isinstance(entries, list) or not entries:
        raise Unfit
    return (
        *call.pattern_option(WAIT, sent_in="Entries"),
        ("entries", Items(tuple(_entry(call, entry) for entry in entries))),
    )


def _entry(call: Called, entry: Json) -> Expression:
    fields = Fields(entry, call.arguments.values)
    bus = fields.take("EventBusName")
    found: Given = (
        *((("eventBus", call.resources.of(BUS, "Arn", bus)),) if bus is not None else ()),
        *call.required(fields.text("Source", "source")),
        *call.required(fields.text("DetailType", "detailType")),
        *call.required(fields.input("Detail", "detail")),
    )
    fields.end()
    if text(mapping(entry).get("Source")).startswith("aws."):
        raise Unfit
    return Options("", found)


KINDS = (
    TaskKind(("sqs:sendMessage",), "tasks.SqsSendMessage", _send),
    TaskKind(("sns:publish",), "tasks.SnsPublish", _publish),
    TaskKind(("events:putEvents",), "tasks.EventBridgePutEvents", _put),
)
