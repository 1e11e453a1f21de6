"""The setting of the notification that tells people of failed executions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from schemas.core.coerce import flag, mapping, names, text
from schemas.core.diagnostic import Language
from schemas.core.paths import Json

Status = Literal["FAILED", "TIMED_OUT", "ABORTED"]
STATUSES: tuple[Status, ...] = ("FAILED", "TIMED_OUT", "ABORTED")
Form = Literal["text", "chat"]
FORMS: tuple[Form, ...] = ("text", "chat")
LANGUAGES: tuple[Language, ...] = ("ja", "en")


@dataclass(frozen=True, slots=True)
class Notification:
    """The notification of failed executions; `statuses` are those that it tells of.

    `topic` is the ARN of an SNS topic that is there already, `topic_parameter` the parameter of the stack
    that has it; without both the stack makes a topic, to which `email` is subscribed. `chat` is the form of
    custom notifications of Amazon Q Developer in chat applications. With `find_state` a small machine looks
    for the failed state.
    """

    is_on: bool = False
    statuses: tuple[Status, ...] = STATUSES
    form: Form = "text"
    find_state: bool = False
    topic: str = ""
    topic_parameter: str = ""
    email: str = ""
    language: Language = "ja"


def read_notification(value: Json) -> Notification:
    """Read the setting from JSON; what is missing or invalid has its default value. Never raises."""
    fields = mapping(value)
    listed = names(fields.get("statuses"))
    topic = fields.get("topic")
    return Notification(
        is_on=flag(fields.get("enabled"), default=False),
        statuses=tuple(status for status in STATUSES if status in listed) or STATUSES,
        form="chat" if fields.get("form") == "chat" else "text",
        find_state=flag(fields.get("findState"), default=False),
        topic=text(topic),
        topic_parameter=text(mapping(topic).get("parameter")),
        email=text(fields.get("email")),
        language="en" if fields.get("language") == "en" else "ja",
    )
