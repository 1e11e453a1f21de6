"""The permissions of a single state, in a short form for tests."""

from __future__ import annotations

from exporters.permissions.role import role_of
from schemas.core.paths import Json

Granted = list[tuple[list[str], list[str]]]

ACCOUNT = "${AWS::Region}:${AWS::AccountId}"
RULE = f"arn:${{AWS::Partition}}:events:{ACCOUNT}:rule/StepFunctionsGet"
KEEP_RULE = ["events:PutTargets", "events:PutRule", "events:DescribeRule"]


def granted(fields: dict[str, Json]) -> Granted | None:
    """The actions and resources that a machine of this one state is granted; None where not known."""
    role = role_of({"StartAt": "s", "States": {"s": fields}}, "machine")
    if role.unknown_states:
        return None
    statements = [permission.statement for permission in role.permissions]
    return [(list(statement.actions), list(statement.resources)) for statement in statements]


def task(resource: str, **parameters: Json) -> dict[str, Json]:
    """A Task in JSONPath; a trailing underscore in a name stands for `.$`."""
    passed: Json = {name.replace("_", ".$"): value for name, value in parameters.items()}
    return {"Type": "Task", "Resource": resource, "Parameters": passed, "End": True}


def arn(service: str, resource: str) -> str:
    """An ARN in the stack's own account and region."""
    return f"arn:${{AWS::Partition}}:{service}:{ACCOUNT}:{resource}"
