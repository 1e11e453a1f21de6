"""The resources that a notification has in every form: the policy of its topic, a queue, alarms."""

from __future__ import annotations

from exporters.fragments.alarm import alarm
from exporters.fragments.fragment import Fragment, Members
from exporters.fragments.policies import document, sending
from exporters.notification.target import Target
from schemas.core.paths import Json

_TWO_WEEKS = 1_209_600

EVENTS = "events.amazonaws.com"


def topic_policy(target: Target, senders: list[tuple[str, str]]) -> Fragment:
    """The policy of the topic: each service may publish for the one resource beside it, and nobody else."""
    return target.topic.policy(
        [
            sending(service, "sns:Publish", target.topic.arn, {"Fn::GetAtt": [target.ids(part), "Arn"]})
            for service, part in senders
        ]
    )


def queue(target: Target) -> Fragment:
    """The queue of the events that the rule could not deliver, which only that rule may send to."""
    ids = target.ids
    arn: Json = {"Fn::GetAtt": [ids("Queue"), "Arn"]}
    sent = sending(EVENTS, "sqs:SendMessage", arn, {"Fn::GetAtt": [ids("Rule"), "Arn"]})
    return Fragment(
        resources={
            ids("Queue"): {
                "Type": "AWS::SQS::Queue",
                "Properties": {"MessageRetentionPeriod": _TWO_WEEKS, "SqsManagedSseEnabled": True},
            },
            ids("QueuePolicy"): {
                "Type": "AWS::SQS::QueuePolicy",
                "Properties": {"Queues": [{"Ref": ids("Queue")}], "PolicyDocument": document([sent])},
            },
        }
    )


def watch(target: Target, part: str, metric: Members, description: str) -> Fragment:
    """An alarm that tells the topic as soon as the sum of the metric in five minutes is above zero."""
    return alarm(target.ids(part), target.topic.arn, metric, description)
