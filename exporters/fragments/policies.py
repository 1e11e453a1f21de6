"""Roles and policies of the resources beside a state machine."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from schemas.core.paths import Json

OF_THIS_ACCOUNT: dict[str, Json] = {"StringEquals": {"aws:SourceAccount": {"Ref": "AWS::AccountId"}}}
"""The condition that a service acts for this account alone."""


def role(
    service: str, name: str, statements: list[Json], condition: dict[str, Json] = OF_THIS_ACCOUNT
) -> Json:
    """A role that `service` takes under `condition`, with one inline policy of that name."""
    assumed: dict[str, Json] = {
        "Effect": "Allow",
        "Principal": {"Service": service},
        "Action": "sts:AssumeRole",
    }
    if condition:
        assumed["Condition"] = condition
    policy: Json = {"PolicyName": name, "PolicyDocument": document(statements)}
    properties: Json = {"AssumeRolePolicyDocument": document([assumed]), "Policies": [policy]}
    return {"Type": "AWS::IAM::Role", "Properties": properties}


def document(statements: Sequence[Json]) -> Json:
    """A policy of these statements."""
    return {"Version": "2012-10-17", "Statement": list(statements)}


def allowed(action: str, resource: Json) -> Json:
    """A statement that allows the action on the resource."""
    return {"Effect": "Allow", "Action": action, "Resource": resource}


def sending(
    service: str, action: str, resource: Json, source: Json, condition: Mapping[str, Json] | None = None
) -> Json:
    """A statement that allows `service` the action for resources of the ARN `source`, or one of a list.

    `condition` is a further one.
    """
    return {
        "Effect": "Allow",
        "Principal": {"Service": service},
        "Action": action,
        "Resource": resource,
        "Condition": {"ArnEquals": {"aws:SourceArn": source}, **(condition or {})},
    }
