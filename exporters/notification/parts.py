"""The resources that a notification has in every form: topic, roles, queue of undelivered events, alarms."""

from __future__ import annotations

from exporters.notification.fragment import Fragment, Members
from exporters.notification.target import Target
from schemas.core.paths import Json

_TWO_WEEKS = 1_209_600
_TOPIC: Members = {"Type": "String", "Description": "The ARN of the SNS topic that failures are told to"}
_EMAIL = "The mail address that failures are told to; may be empty"
MOST_DESCRIPTION = 1024
"""The letters that CloudWatch takes as the description of an alarm."""

EVENTS = "events.amazonaws.com"
ALARMS = "cloudwatch.amazonaws.com"


def topic(target: Target) -> Fragment:
    """The topic and the subscription of an address, which may be empty; none where a topic is there."""
    ids, setting = target.ids, target.setting
    if setting.topic:
        return Fragment()
    if target.topic_parameter:
        return Fragment(parameters={target.topic_parameter: _TOPIC})
    given: Json = {"Fn::Not": [{"Fn::Equals": [target.email, ""]}]}
    subscription: Members = {
        "Protocol": "email",
        "TopicArn": target.topic,
        "Endpoint": target.email,
    }
    return Fragment(
        parameters={ids("Email"): {"Type": "String", "Default": setting.email, "Description": _EMAIL}},
        conditions={ids("EmailGiven"): given},
        resources={
            ids("Topic"): {"Type": "AWS::SNS::Topic"},
            ids("Subscription"): {
                "Type": "AWS::SNS::Subscription",
                "Condition": ids("EmailGiven"),
                "Properties": subscription,
            },
        },
    )


def topic_policy(target: Target, senders: list[tuple[str, str]]) -> Fragment:
    """The policy of the topic: each service may publish for the one resource beside it, and nobody else.

    None where the topic is there already, since a template can only replace the whole policy of a topic.
    """
    if not target.makes_topic:
        return Fragment()
    statements: list[Json] = [
        _sending(service, "sns:Publish", target.topic, {"Fn::GetAtt": [target.ids(part), "Arn"]})
        for service, part in senders
    ]
    properties: Json = {"Topics": [target.topic], "PolicyDocument": document(statements)}
    return Fragment(
        resources={target.ids("TopicPolicy"): {"Type": "AWS::SNS::TopicPolicy", "Properties": properties}}
    )


def queue(target: Target) -> Fragment:
    """The queue of the events that the rule could not deliver, which only that rule may send to."""
    ids = target.ids
    arn: Json = {"Fn::GetAtt": [ids("Queue"), "Arn"]}
    sending = _sending(EVENTS, "sqs:SendMessage", arn, {"Fn::GetAtt": [ids("Rule"), "Arn"]})
    return Fragment(
        resources={
            ids("Queue"): {
                "Type": "AWS::SQS::Queue",
                "Properties": {"MessageRetentionPeriod": _TWO_WEEKS, "SqsManagedSseEnabled": True},
            },
            ids("QueuePolicy"): {
                "Type": "AWS::SQS::QueuePolicy",
                "Properties": {"Queues": [{"Ref": ids("Queue")}], "PolicyDocument": document([sending])},
            },
        }
    )


def alarm(target: Target, part: str, metric: Members, description: str) -> Fragment:
    """An alarm that tells the topic as soon as the sum of the metric in five minutes is above zero."""
    properties: Json = {
        "AlarmDescription": description[:MOST_DESCRIPTION],
        **metric,
        "Statistic": "Sum",
        "Period": 300,
        "EvaluationPeriods": 1,
        "Threshold": 0,
        "ComparisonOperator": "GreaterThanThreshold",
        "TreatMissingData": "notBreaching",
        "AlarmActions": [target.topic],
    }
    return Fragment(
        resources={target.ids(part): {"Type": "AWS::CloudWatch::Alarm", "Properties": properties}}
    )


def machine_metric(name: str, machine: Json) -> Members:
    """A metric of Step Functions on one machine, by its ARN."""
    return {
        "Namespace": "AWS/States",
        "MetricName": name,
        "Dimensions": [{"Name": "StateMachineArn", "Value": machine}],
    }


def role(service: str, statements: list[Json]) -> Json:
    """A role that `service` takes for this account alone."""
    assumed: Json = {
        "Effect": "Allow",
        "Principal": {"Service": service},
        "Action": "sts:AssumeRole",
        "Condition": {"StringEquals": {"aws:SourceAccount": {"Ref": "AWS::AccountId"}}},
    }
    policy: Json = {"PolicyName": "notification", "PolicyDocument": document(statements)}
    properties: Json = {"AssumeRolePolicyDocument": document([assumed]), "Policies": [policy]}
    return {"Type": "AWS::IAM::Role", "Properties": properties}


def document(statements: list[Json]) -> Json:
    """A policy of these statements."""
    return {"Version": "2012-10-17", "Statement": statements}


def allowed(action: str, resource: Json) -> Json:
    """A statement that allows the action on the resource."""
    return {"Effect": "Allow", "Action": action, "Resource": resource}


def _sending(service: str, action: str, resource: Json, source: Json) -> Json:
    return {
        "Effect": "Allow",
        "Principal": {"Service": service},
        "Action": action,
        "Resource": resource,
        "Condition": {"ArnEquals": {"aws:SourceArn": source}},
    }
