"""The notification of a stack, as a part of a template: its rule, or its alarms, and what they need."""

from __future__ import annotations

from collections.abc import Callable

from exporters.fragments.alarm import ALARMS, machine_metric
from exporters.fragments.fragment import Fragment, Members, joined
from exporters.fragments.machine import Machine, ref
from exporters.fragments.policies import allowed, role
from exporters.notification.notifier import notifier
from exporters.notification.parts import (
    EVENTS,
    queue,
    topic_policy,
    watch,
)
from exporters.notification.target import Target
from exporters.notification.wording import (
    CONSOLES,
    WORDS,
    Ending,
    escaped,
    in_template,
    notification_lines,
    owners,
    title,
)
from exporters.stack import Stack
from schemas.core.paths import Json

_PATHS: Json = {
    "status": "$.detail.status",
    "execution": "$.detail.name",
    "error": "$.detail.error",
    "cause": "$.detail.cause",
    "arn": "$.detail.executionArn",
}
_LINK = "https://${AWS::Region}.${Console}/states/home?region=${AWS::Region}#/v2/executions/details/"
_RETRY: Json = {"MaximumEventAgeInSeconds": 3600, "MaximumRetryAttempts": 100}
_METRICS = {
    "FAILED": ("FailedAlarm", "ExecutionsFailed"),
    "TIMED_OUT": ("TimedOutAlarm", "ExecutionsTimedOut"),
}
"""The alarm and the metric for an end of an Express execution; an abort is not among the metrics."""


def notification(stack: Stack, machine: Machine, value_of: Callable[[str], Json] = ref) -> Fragment:
    """Return the resources that tell of failed executions of `machine`; nothing where that is not wanted.

    `value_of` gives the value of a parameter of the stack.

    A Standard workflow sends an event at the end of each execution ("Automating Step Functions event
    delivery with EventBridge" in its guide). An Express workflow sends none, so alarms watch its metrics.
    """
    target = Target(stack, machine, value_of)
    if not target.setting.is_on:
        return Fragment()
    return _by_alarms(target) if stack.workflow.design.type == "EXPRESS" else _by_rule(target)


def has_notifier(stack: Stack) -> bool:
    """True if a machine writes the notification."""
    setting = stack.deployment.notification
    is_standard = stack.workflow.design.type == "STANDARD"
    return setting.is_on and is_standard and (setting.find_state or setting.form == "chat")


def tells(stack: Stack) -> bool:
    """True if the setting leads to any resources: an Express workflow has no metric of aborts."""
    setting = stack.deployment.notification
    is_express = stack.workflow.design.type == "EXPRESS"
    return setting.is_on and (not is_express or any(status in _METRICS for status in setting.statuses))


def _by_alarms(target: Target) -> Fragment:
    watched = [_METRICS[status] for status in target.setting.statuses if status in _METRICS]
    words = WORDS[target.setting.language]
    workflow = target.stack.workflow
    alarms = [
        watch(
            target,
            part,
            machine_metric(metric, target.machine.arn),
            "\n".join(
                [
                    words.express.format(title(workflow), metric),
                    words.owners.format(owners(workflow, target.setting.language)),
                ]
            ),
        )
        for part, metric in watched
    ]
    senders = [(ALARMS, part) for part, _ in watched]
    return (
        joined([target.topic.resources(), topic_policy(target, senders), *alarms]) if watched else Fragment()
    )


def _by_rule(target: Target) -> Fragment:
    ids, has_machine = target.ids, has_notifier(target.stack)
    words, name = WORDS[target.setting.language], title(target.stack.workflow)
    waiting: Members = {
        "Namespace": "AWS/SQS",
        "MetricName": "ApproximateNumberOfMessagesVisible",
        "Dimensions": [{"Name": "QueueName", "Value": {"Fn::GetAtt": [ids("Queue"), "QueueName"]}}],
    }
    alarms = ["QueueAlarm", "NotifierAlarm"] if has_machine else ["QueueAlarm"]
    senders = [*([] if has_machine else [(EVENTS, "Rule")]), *((ALARMS, part) for part in alarms)]
    parts = [
        target.topic.resources(),
        topic_policy(target, senders),
        _notifier(target) if has_machine else _console(target),
        Fragment(resources={ids("Rule"): _rule(target, has_machine)}),
        queue(target),
        watch(target, "QueueAlarm", waiting, words.undelivered.format(name)),
    ]
    if has_machine:
        failed = machine_metric("ExecutionsFailed", {"Ref": ids("Notifier")})
        parts.append(watch(target, "NotifierAlarm", failed, words.notifier.format(name)))
    return joined(parts)


def _rule(target: Target, has_machine: bool) -> Json:
    ids = target.ids
    words = WORDS[target.setting.language]
    sent = (
        _to_notifier(target) if has_machine else {"Arn": target.topic.arn, "InputTransformer": _text(target)}
    )
    properties: Json = {
        "Description": words.purpose.format(title(target.stack.workflow)),
        "EventPattern": {
            "source": ["aws.states"],
            "detail-type": ["Step Functions Execution Status Change"],
            "detail": {
                "status": list(target.setting.statuses),
                "stateMachineArn": [target.machine.arn],
            },
        },
        "Targets": [
            {
                "Id": "notification",
                **sent,
                "RetryPolicy": _RETRY,
                "DeadLetterConfig": {"Arn": {"Fn::GetAtt": [ids("Queue"), "Arn"]}},
            }
        ],
    }
    return {"Type": "AWS::Events::Rule", "Properties": properties}


def _text(target: Target) -> Json:
    """The text as an input template: each line in quotes, in which EventBridge puts the event's values."""
    language, ids = target.setting.language, target.ids
    link = Ending(link=f"{_LINK}<arn>")
    lines = notification_lines(target.stack.workflow, language, link, escaped)
    console: Json = {"Fn::FindInMap": [ids("Console"), {"Ref": "AWS::Partition"}, "Domain"]}
    return {
        "InputPathsMap": _PATHS,
        "InputTemplate": {"Fn::Sub": [in_template(lines), {"Console": console}]},
    }


def _console(target: Target) -> Fragment:
    domains: Json = {partition: {"Domain": domain} for partition, domain in CONSOLES.items()}
    return Fragment(mappings={target.ids("Console"): domains})


def _to_notifier(target: Target) -> dict[str, Json]:
    ids = target.ids
    return {
        "Arn": {"Ref": ids("Notifier")},
        "RoleArn": {"Fn::GetAtt": [ids("RuleRole"), "Arn"]},
        "InputPath": "$.detail",
    }


def _notifier(target: Target) -> Fragment:
    ids = target.ids
    starting = role(EVENTS, "notification", [allowed("states:StartExecution", {"Ref": ids("Notifier")})])
    return Fragment(resources={**notifier(target), ids("RuleRole"): starting})
