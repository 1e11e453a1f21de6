"""Parses the Resource of a Task into service, action and integration pattern."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

WAIT = ".waitForTaskToken"
"""The pattern of a Task that waits until somebody sends back its token."""

PATTERNS = ("", ".sync", ".sync:2", WAIT)
SDK = "aws-sdk:"

_PART = r"(?:[\w-]|[$#]\{[^{}]*\})*"
_ARN = re.compile(
    rf"(?P<start>arn:{_PART}:states:{_PART}:{_PART}:)(?P<service>(?:aws-sdk:)?[\w-]+):(?P<action>\w+)"
    r"(?P<pattern>\..*)?",
    re.DOTALL | re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Integration:
    """A Resource that calls an action of a service; `start` is the ARN up to the service.

    The name of an SDK service begins with `aws-sdk:`. `pattern` is one of `PATTERNS`, or the invalid text in
    its place.
    """

    service: str
    action: str
    pattern: str = ""
    start: str = "arn:aws:states:::"

    @property
    def arn(self) -> str:
        """The text of the Resource."""
        return f"{self.start}{self.service}:{self.action}{self.pattern}"


@lru_cache(maxsize=4096)
def integration(arn: str) -> Integration | None:
    """Parse a Resource; None if it is the ARN of a function, an activity or something else."""
    match = _ARN.fullmatch(arn)
    if match is None or match["service"] == "activity":
        return None
    return Integration(match["service"], match["action"], match["pattern"] or "", match["start"])
