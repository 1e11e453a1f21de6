"""IAM statements in no tool's syntax: their ARNs may hold placeholders of the definition."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

EVERYTHING = "*"
_ARN_PLACEHOLDER = re.compile(r"(?i)\$\{[^}]*arn\}")

Breadth = Literal["not-fixed", "no-resource"]
"""The reason why a statement is on every resource.

`not-fixed`: each execution may choose another one, or it is named outside of the call. `no-resource`: IAM
allows the action on every resource only.
"""


@dataclass(frozen=True, slots=True)
class Condition:
    """A restriction: `StringEquals` `states:HTTPMethod` `POST`."""

    operator: str
    key: str
    value: str


@dataclass(frozen=True, slots=True)
class Statement:
    """Actions allowed on resources, under conditions; `breadth` tells why where that is every resource."""

    actions: tuple[str, ...]
    resources: tuple[str, ...] = (EVERYTHING,)
    conditions: tuple[Condition, ...] = ()
    breadth: Breadth = field(default="not-fixed", compare=False)


def arn(service: str, resource: str) -> str:
    """Return the ARN of a resource in the stack's own account and region."""
    return f"arn:${{AWS::Partition}}:{service}:${{AWS::Region}}:${{AWS::AccountId}}:{resource}"


def is_arn(text: str) -> bool:
    """Return true if `text` is an ARN, or begins with a placeholder whose name says that its value is one."""
    return text.lower().startswith("arn:") or bool(_ARN_PLACEHOLDER.match(text))


def managed_rule(name: str) -> Statement:
    """Allow to manage the EventBridge rule that reports the end of a job to Step Functions."""
    return Statement(
        ("events:PutTargets", "events:PutRule", "events:DescribeRule"),
        (arn("events", f"rule/StepFunctionsGet{name}Rule"),),
    )
