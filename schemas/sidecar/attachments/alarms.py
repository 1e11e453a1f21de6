"""The settings of alarms on the metrics of the workflow's executions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from schemas.core.coerce import mapping, number, text
from schemas.core.paths import Json

METRICS = {
    "executionsFailed": "ExecutionsFailed",
    "executionsTimedOut": "ExecutionsTimedOut",
    "executionsAborted": "ExecutionsAborted",
    "executionThrottled": "ExecutionThrottled",
}
"""The metrics of `AWS/States` that an alarm watches, by the name of its setting."""

_OF_EXPRESS = frozenset(("executionsFailed", "executionsTimedOut"))
"""Those that an Express workflow has, too."""

DEFAULT_MINUTES = 5
MOST_MINUTES = 1440


@dataclass(frozen=True, slots=True)
class Alarm:
    """An alarm that goes off where something happened `threshold` times or more in some minutes."""

    threshold: int = 1
    minutes: int = DEFAULT_MINUTES


@dataclass(frozen=True, slots=True)
class Alarms:
    """The alarms by the name of their setting in `METRICS`, and whom they tell.

    `topic` is the ARN of an SNS topic that is there already, `topic_parameter` the parameter of the stack
    that has it; without both the stack makes a topic, to which `email` is subscribed.
    """

    by_metric: Mapping[str, Alarm] = field(default_factory=dict)
    topic: str = ""
    topic_parameter: str = ""
    email: str = ""

    def watched(self, is_express: bool) -> list[str]:
        """The settings of the alarms whose metrics the workflow has."""
        return [name for name in self.by_metric if not is_express or name in _OF_EXPRESS]


def read_alarms(value: Json) -> Alarms:
    """Read the setting from JSON; what is missing or invalid has its default value. Never raises."""
    fields = mapping(value)
    topic = fields.get("topic")
    return Alarms(
        {name: _alarm(mapping(fields[name])) for name in METRICS if isinstance(fields.get(name), dict)},
        text(topic),
        text(mapping(topic).get("parameter")),
        text(fields.get("email")),
    )


def _alarm(fields: dict[str, Json]) -> Alarm:
    threshold, minutes = number(fields.get("threshold"), 1e9), number(fields.get("minutes"), MOST_MINUTES)
    return Alarm(max(int(threshold or 1), 1), max(int(minutes or DEFAULT_MINUTES), 1))
