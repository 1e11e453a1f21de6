"""The services that a Task calls: their optimized integrations, and the errors that they are known to raise.

Source: the developer guide of Step Functions, "Integrating services" and "Handling errors".
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

PATTERNS = ("", ".sync", ".sync:2", ".waitForTaskToken")
SDK = "aws-sdk:"

_ARN = re.compile(
    r"(?P<start>arn:[\w-]+:states:[\w-]*:\d*:)(?P<service>(?:aws-sdk:)?[\w-]+):(?P<action>\w+)"
    r"(?P<pattern>\.sync(?::2)?|\.waitForTaskToken)?"
)


@dataclass(frozen=True, slots=True)
class Integration:
    """A Resource that calls an action of a service: `start` is its ARN up to the service.

    A service that is called as its SDK does begins with `aws-sdk:`; `pattern` is one of `PATTERNS`.
    """

    service: str
    action: str
    pattern: str = ""
    start: str = "arn:aws:states:::"

    @property
    def arn(self) -> str:
        """The Resource."""
        return f"{self.start}{self.service}:{self.action}{self.pattern}"


def integration(arn: str) -> Integration | None:
    """What a Resource calls; None where it is the ARN of a function, an activity or something else."""
    match = _ARN.fullmatch(arn)
    if match is None or match["service"] == "activity":
        return None
    return Integration(match["service"], match["action"], match["pattern"] or "", match["start"])


def services() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Every optimized integration: by service and action, the patterns that the action supports."""
    return _services()


def actions(service: str) -> tuple[str, ...]:
    """The actions of a service that are known; none where the service is not."""
    return tuple(services().get(service, ()))


def patterns(service: str, action: str) -> tuple[str, ...]:
    """The patterns that an action supports; those of its service where the action is not known."""
    if service.startswith(SDK):
        return ("", ".waitForTaskToken")
    actions = services().get(service, {})
    every = {pattern for known in actions.values() for pattern in known}
    return actions.get(action) or tuple(pattern for pattern in PATTERNS if pattern in every) or ("",)


def error_names(type: str, resource: str) -> tuple[str, ...]:
    """The names of errors that a state of that type may raise, a Task by its Resource; any error first."""
    table = _read("errors")
    called = integration(resource)
    own = table["services"].get(called.service, []) if called else []
    if called is None and ":function:" in resource:
        own = table["services"]["lambda"]
    return tuple(dict.fromkeys([*table["any"], *own, *table["states"].get(type, [])]))


@cache
def _services() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    return {
        service: {action: tuple(patterns) for action, patterns in actions.items()}
        for service, actions in _read("integrations").items()
    }


@cache
def _read(name: str) -> dict[str, Any]:
    text = (files(__name__) / f"{name}.json").read_text(encoding="utf-8")
    return dict(json.loads(text))
