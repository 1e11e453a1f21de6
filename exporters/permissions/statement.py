"""IAM statements in no tool's syntax: their ARNs may hold placeholders of the definition."""

from __future__ import annotations

from dataclasses import dataclass

EVERYTHING = "*"


@dataclass(frozen=True, slots=True)
class Condition:
    """A restriction: `StringEquals` `iam:PassedToService` `ecs-tasks.amazonaws.com`."""

    operator: str
    key: str
    value: str


@dataclass(frozen=True, slots=True)
class Statement:
    """Actions allowed on resources, under conditions."""

    actions: tuple[str, ...]
    resources: tuple[str, ...] = (EVERYTHING,)
    conditions: tuple[Condition, ...] = ()


def arn(service: str, resource: str) -> str:
    """Return the ARN of a resource in the stack's own account and region."""
    return f"arn:${{AWS::Partition}}:{service}:${{AWS::Region}}:${{AWS::AccountId}}:{resource}"


def pass_role(service: str, role: str = EVERYTHING) -> Statement:
    """Allow to pass a role to `service`, and to no other."""
    only = Condition("StringEquals", "iam:PassedToService", f"{service}.amazonaws.com")
    return Statement(("iam:PassRole",), (role,), (only,))


def managed_rule(name: str) -> Statement:
    """Allow to manage the EventBridge rule that reports the end of a job to Step Functions."""
    return Statement(
        ("events:PutTargets", "events:PutRule", "events:DescribeRule"),
        (arn("events", f"rule/StepFunctionsGet{name}Rule"),),
    )
