"""Alarms on the executions of the machine, which tell a topic of SNS."""

from __future__ import annotations

from collections.abc import Callable

from exporters.attachments.ids import free_prefix
from exporters.fragments.alarm import ALARMS, alarm, machine_metric
from exporters.fragments.fragment import Fragment, joined
from exporters.fragments.machine import Machine, ref
from exporters.fragments.policies import OF_THIS_ACCOUNT, sending
from exporters.fragments.topic import Topic
from exporters.notification.wording import owners, title
from exporters.stack import Stack
from schemas.core.diagnostic import Language
from schemas.core.paths import Json
from schemas.sidecar.attachments.alarms import METRICS

_WORDS: dict[Language, str] = {
    "ja": "ワークフロー「{}」: {} が {} 分間に {} 回以上ありました。担当: {}",
    "en": "The workflow “{}”: {} within {} minutes {} times or more. Owners: {}",
}


def alarms(stack: Stack, machine: Machine, value_of: Callable[[str], Json] = ref) -> Fragment:
    """Return the alarms on `machine`, and the topic that they tell, which nothing else may publish to."""
    names = watched(stack)
    if not names:
        return Fragment()
    topic = alarm_topic(stack, value_of)
    ids = {name: f"{topic.prefix}{METRICS[name]}" for name in names}
    sources: Json = [{"Fn::GetAtt": [id, "Arn"]} for id in ids.values()]
    statement = sending(ALARMS, "sns:Publish", topic.arn, sources, OF_THIS_ACCOUNT)
    parts = [_alarm(stack, name, id, topic.arn, machine) for name, id in ids.items()]
    return joined([topic.resources(), topic.policy([statement]), *parts])


def watched(stack: Stack) -> list[str]:
    """The settings of the alarms that are wanted and whose metrics the workflow has."""
    return stack.deployment.alarms.watched(stack.workflow.design.type == "EXPRESS")


def alarm_topic(stack: Stack, value_of: Callable[[str], Json] = ref) -> Topic:
    """The topic that the alarms tell."""
    prefix = free_prefix(stack, "ExecutionAlarm")
    return Topic(prefix, stack.deployment.alarms, "alarms", value_of, frozenset(stack.ids))


def _alarm(stack: Stack, name: str, id: str, topic: Json, machine: Machine) -> Fragment:
    workflow, setting = stack.workflow, stack.deployment.alarms.by_metric[name]
    language = stack.deployment.notification.language
    metric = METRICS[name]
    words = _WORDS[language].format(
        title(workflow), metric, setting.minutes, setting.threshold, owners(workflow, language)
    )
    watched = machine_metric(metric, machine.arn)
    return alarm(id, topic, watched, words, setting.threshold, setting.minutes * 60)
