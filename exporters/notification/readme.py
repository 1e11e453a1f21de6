"""The section of an export's page on its notification of failures, in Japanese and English."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from exporters.notification.notification import has_notifier, tells
from exporters.stack import Stack

NO_NAMES: Mapping[str, str] = MappingProxyType({})
_OWN_TOPIC = """
## 失敗の通知 / Notification of failures

失敗は SNS のトピック `{topic}` に届きます。`{email}` のアドレスには確認のメールが来るので、
中のリンクを押してください。チャットには、Amazon Q Developer in chat applications にこのトピックをつなぎます。
Failures are sent to the SNS topic `{topic}`. The address in `{email}` gets a mail with a
link that confirms it. For chat, connect the topic to Amazon Q Developer in chat applications.
"""
_OTHER_TOPIC = """
## 失敗の通知 / Notification of failures

失敗は、設定にある SNS のトピックに届きます。そのポリシーで、次のサービスに `sns:Publish` を許してください
（スタックは、ほかの許可を消さずに足すことができません）: {services}
Failures are sent to the SNS topic of the settings. Let its policy allow `sns:Publish` to these services,
since a stack can only replace the whole policy: {services}
"""
KEY = """
トピックを KMS のキーで暗号化しているなら、キーのポリシーで同じサービスに `kms:Decrypt` と
`kms:GenerateDataKey*` を許してください。`alias/aws/sns` のキーではできません。
If a KMS key encrypts the topic, let the key's policy allow `kms:Decrypt` and `kms:GenerateDataKey*` to the
same services; the key `alias/aws/sns` cannot.
"""
_NOTIFIER_KEY = """ロール `{role}` にも、そのキーの同じ権限が要ります。
The role `{role}` needs the same permissions on that key.
"""
_UNDELIVERED = """
届けられなかった通知はキュー `{queue}` に 14 日残り、アラームが同じトピックに知らせます。
What cannot be delivered stays in the queue `{queue}` for 14 days, and an alarm tells the same topic.
"""


def notification_section(stack: Stack, names: Mapping[str, str] = NO_NAMES) -> Iterator[str]:
    """The section on the topic, what it must allow, and undelivered notifications; none without them.

    `names` has the names of parameters that the format writes in another way.
    """
    setting, ids = stack.deployment.notification, stack.ids.of_notification
    if not setting.is_on or not tells(stack):
        return
    if not (setting.topic or setting.topic_parameter):
        yield _OWN_TOPIC.format(topic=ids("Topic"), email=names.get(ids("Email"), ids("Email")))
    else:
        yield _OTHER_TOPIC.format(services=", ".join(f"`{service}`" for service in _services(stack)))
        yield KEY
        if has_notifier(stack):
            yield _NOTIFIER_KEY.format(role=ids("NotifierRole"))
    if stack.workflow.design.type == "STANDARD":
        yield _UNDELIVERED.format(queue=ids("Queue"))


def _services(stack: Stack) -> list[str]:
    by_rule = stack.workflow.design.type == "STANDARD" and not has_notifier(stack)
    return ["events.amazonaws.com", "cloudwatch.amazonaws.com"] if by_rule else ["cloudwatch.amazonaws.com"]
