"""The logical ids of what is attached to a machine; nothing else in the stack has them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from exporters.names import placeholder_id
from exporters.stack import Stack


def free_prefix(stack: Stack, word: str) -> str:
    """Return a prefix of ids, such as `word`, that no other id and no parameter of the stack begins with."""
    deployment = stack.deployment
    others = {
        *stack.ids,
        *(parameter.name for parameter in stack.substitutions.parameters),
        *stack.missing_resources(),
        deployment.notification.topic_parameter,
        deployment.alarms.topic_parameter,
    }
    prefix = f"{stack.ids.prefix}{word}"
    while any(other.startswith(prefix) for other in others):
        prefix += "Attached"
    return prefix


@dataclass(frozen=True, slots=True)
class EventIds:
    """The ids of the events by their names, and of what they share; all begin with `prefix`."""

    prefix: str
    by_name: Mapping[str, str]

    @classmethod
    def of(cls, stack: Stack) -> EventIds:
        """Return the ids for the events of a stack, apart from all others that it names."""
        prefix = free_prefix(stack, "Start")
        by_name: dict[str, str] = {}
        for name in stack.deployment.events:
            id = f"{prefix}On{placeholder_id(name)}"
            while id in by_name.values():
                id += "Event"
            by_name[name] = id
        return cls(prefix, by_name)

    @property
    def schedule_role(self) -> str:
        """The role of EventBridge Scheduler."""
        return f"{self.prefix}ScheduleRole"

    @property
    def rule_role(self) -> str:
        """The role of the rules of EventBridge."""
        return f"{self.prefix}RuleRole"

    @property
    def api(self) -> str:
        """The API; behind its id, those of its stage, its integration and its role."""
        return f"{self.prefix}Api"
