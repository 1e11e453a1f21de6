"""The references that the resources of a notification have: ids, the topic, the workflow's machine."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from exporters.stack import Stack
from schemas.core.paths import Json
from schemas.sidecar.notification import Notification


@dataclass(frozen=True, slots=True)
class Machine:
    """The ARN and the name of the workflow's state machine, as values of CloudFormation."""

    arn: Json
    name: Json

    @classmethod
    def in_template(cls, id: str) -> Machine:
        """The machine of that id in the same template."""
        return cls({"Ref": id}, {"Fn::GetAtt": [id, "Name"]})


def ref(parameter: str) -> Json:
    """The value of a parameter in CloudFormation."""
    return {"Ref": parameter}


@dataclass(frozen=True, slots=True)
class Target:
    """A stack whose failures are told, its machine, and the way in which it refers to its parameters."""

    stack: Stack
    machine: Machine
    value_of: Callable[[str], Json] = ref

    @property
    def setting(self) -> Notification:
        """The setting of the sidecar."""
        return self.stack.deployment.notification

    @property
    def ids(self) -> Callable[[str], str]:
        """The id of each part."""
        return self.stack.ids.of_notification

    @property
    def makes_topic(self) -> bool:
        """True if the stack makes the topic."""
        return not (self.setting.topic or self.setting.topic_parameter)

    @property
    def topic_parameter(self) -> str:
        """The id of the parameter that has the ARN of the topic, which no resource has; "" for none."""
        name = self.setting.topic_parameter
        return f"{name}Value" if name in set(self.stack.ids) else name

    @property
    def topic(self) -> Json:
        """The ARN of the topic."""
        if self.setting.topic:
            return self.setting.topic
        return self.value_of(self.topic_parameter) if self.topic_parameter else ref(self.ids("Topic"))

    @property
    def email(self) -> Json:
        """The address that is subscribed to the topic; "" for none."""
        return self.value_of(self.ids("Email"))
