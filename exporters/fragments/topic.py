"""The SNS topic that people are told by: one of the stack's own, or one that is there already."""

from __future__ import annotations

from collections.abc import Callable, Set
from dataclasses import dataclass, field
from typing import Protocol

from exporters.fragments.fragment import Fragment, Members
from exporters.fragments.machine import ref
from exporters.fragments.policies import document
from schemas.core.paths import Json


class Addressee(Protocol):
    """A setting of the topic: its ARN, the parameter that has it, or the address that an own one tells."""

    @property
    def topic(self) -> str:
        """The ARN of a topic that is there already; "" for none."""

    @property
    def topic_parameter(self) -> str:
        """The parameter of the stack that has the ARN; "" for none."""

    @property
    def email(self) -> str:
        """The address that is subscribed to an own topic at first; "" for none."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic in a template; the ids of what belongs to it begin with `prefix`.

    `purpose` is told in descriptions, such as "failures"; no parameter has one of the ids `taken`.
    """

    prefix: str
    setting: Addressee
    purpose: str
    value_of: Callable[[str], Json] = ref
    taken: Set[str] = field(default_factory=frozenset)

    @property
    def is_own(self) -> bool:
        """True if the stack makes the topic."""
        return not (self.setting.topic or self.setting.topic_parameter)

    @property
    def arn(self) -> Json:
        """The ARN of the topic."""
        if self.setting.topic:
            return self.setting.topic
        return ref(self._id) if self.is_own else self.value_of(self._parameter)

    def resources(self) -> Fragment:
        """The topic and the subscription of an address, which may be empty; none where a topic is there."""
        if self.setting.topic:
            return Fragment()
        words = f"The ARN of the SNS topic that {self.purpose} are told to"
        if not self.is_own:
            return Fragment(parameters={self._parameter: {"Type": "String", "Description": words}})
        email, given = f"{self.prefix}Email", f"{self.prefix}EmailGiven"
        address = self.value_of(email)
        subscription: Members = {"Protocol": "email", "TopicArn": self.arn, "Endpoint": address}
        description = f"The mail address that {self.purpose} are told to; may be empty"
        return Fragment(
            parameters={email: {"Type": "String", "Default": self.setting.email, "Description": description}},
            conditions={given: {"Fn::Not": [{"Fn::Equals": [address, ""]}]}},
            resources={
                self._id: {"Type": "AWS::SNS::Topic"},
                f"{self.prefix}Subscription": {
                    "Type": "AWS::SNS::Subscription",
                    "Condition": given,
                    "Properties": subscription,
                },
            },
            outputs={
                f"{self._id}Arn": {
                    "Description": f"The topic that {self.purpose} are told to",
                    "Value": ref(self._id),
                }
            },
        )

    def policy(self, statements: list[Json]) -> Fragment:
        """The policy of the topic, which allows nothing but `statements`.

        None where the topic is there already, since a template can only replace the whole policy of a topic.
        """
        if not self.is_own:
            return Fragment()
        properties: Json = {"Topics": [self.arn], "PolicyDocument": document(statements)}
        policy: Json = {"Type": "AWS::SNS::TopicPolicy", "Properties": properties}
        return Fragment(resources={f"{self._id}Policy": policy})

    @property
    def _id(self) -> str:
        return f"{self.prefix}Topic"

    @property
    def _parameter(self) -> str:
        """The id of the parameter that has the ARN of the topic, which no resource has."""
        name = self.setting.topic_parameter
        return f"{name}Value" if name in self.taken else name
