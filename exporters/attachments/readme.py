"""The sections of an export's page on what is attached to the machine, in Japanese and English."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from exporters.attachments.alarms import alarm_topic, watched
from exporters.attachments.ids import EventIds
from exporters.notification.readme import KEY, NO_NAMES, notification_section
from exporters.readme_parts import alias, line
from exporters.stack import Stack
from schemas.sidecar.attachments.events import BusEvent, Event, Http, Schedule

_EVENTS = """
## 実行のきっかけ / Events that start it

"""
_API = """
API のアドレスは Outputs の `{api}Url` です。リクエストの本文が入力になります。
The address of the API is the output `{api}Url`. The body of a request is the input.
"""
_SIGNED = """
`AWS_IAM` のルートには、`execute-api:Invoke` を許された人やサービスが署名して送ります。
A request to a route with `AWS_IAM` must be signed by an identity that is allowed `execute-api:Invoke`.
"""

_OWN_TOPIC = """
## アラーム / Alarms

アラームは SNS のトピック `{prefix}Topic` に届きます。`{email}` のアドレスには
確認のメールが来るので、中のリンクを押してください。
Alarms are sent to the SNS topic `{prefix}Topic`. The address in `{email}` gets a mail
with a link that confirms it.
"""
_OTHER_TOPIC = """
## アラーム / Alarms

アラームは、設定にある SNS のトピックに届きます。そのポリシーで `cloudwatch.amazonaws.com` に `sns:Publish` を
許してください（スタックは、ほかの許可を消さずに足すことができません）。
Alarms are sent to the SNS topic of the settings. Let its policy allow `sns:Publish` to
`cloudwatch.amazonaws.com`, since a stack can only replace the whole policy.
"""


def attachment_sections(stack: Stack, names: Mapping[str, str] = NO_NAMES) -> Iterator[str]:
    """The sections on the alias, on the events that start the machine, its alarms and its notification.

    `names` has the names of parameters that the format writes in another way.
    """
    yield from alias(stack)
    yield from _events(stack)
    yield from _alarms(stack, names)
    yield from notification_section(stack, names)


def _events(stack: Stack) -> Iterator[str]:
    found = stack.deployment.events
    if not found:
        return
    yield _EVENTS
    yield from (f"- {line(name)}: {line(_words(event))}\n" for name, event in found.items())
    routes = [event for event in found.values() if isinstance(event, Http)]
    if routes:
        yield _API.format(api=EventIds.of(stack).api)
    if not all(event.is_open for event in routes):
        yield _SIGNED


def _alarms(stack: Stack, names: Mapping[str, str]) -> Iterator[str]:
    if not watched(stack):
        return
    topic = alarm_topic(stack)
    if topic.is_own:
        email = f"{topic.prefix}Email"
        yield _OWN_TOPIC.format(prefix=topic.prefix, email=names.get(email, email))
    else:
        yield _OTHER_TOPIC
        yield KEY


def _words(event: Event) -> str:
    match event:
        case Http():
            return f"{event.method} {event.path} ({'NONE' if event.is_open else 'AWS_IAM'})"
        case Schedule():
            return f"{event.expression} ({event.timezone})"
        case BusEvent():
            return f"EventBridge ({event.bus or 'default'})"
