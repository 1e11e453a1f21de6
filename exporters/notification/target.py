"""The references that the resources of a notification have: ids, the topic, the workflow's machine."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from exporters.fragments.machine import Deployed
from exporters.fragments.topic import Topic
from schemas.sidecar.notification import Notification


@dataclass(frozen=True, slots=True)
class Target(Deployed):
    """A stack whose failures are told, its machine, and the way in which it refers to its parameters."""

    @property
    def setting(self) -> Notification:
        """The setting of the sidecar."""
        return self.stack.deployment.notification

    @property
    def ids(self) -> Callable[[str], str]:
        """The id of each part."""
        return self.stack.ids.of_notification

    @property
    def topic(self) -> Topic:
        """The topic that failures are told to."""
        taken = frozenset(self.stack.ids)
        return Topic(self.ids(""), self.setting, "failures", self.value_of, taken)
