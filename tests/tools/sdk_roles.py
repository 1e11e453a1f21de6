"""Roles and instance profiles among the parameters of a service, which its caller passes to it."""

from __future__ import annotations

import re
from typing import Any

from botocore.model import Shape

ROLE = re.compile(r"(?:Role|^role)(?:A[Rr][Nn])?(?:Update)?$|^(?:DeliverLogsPermission|SnsCaller)Arn$")
NO_ROLES = frozenset(
    {"SnowflakeRole", "snowflakeRole", "DatabaseAccessControlRole", "GeographicRole", "MasterBackendRole"}
    | {"keyRole", "crossAccountRole", "crossAccountRoleArn", "ConsumerAccountRoleArn", "assumableRoleArn"}
    | {"AssumableRoleArns", "crossAccountRoleArns", "ehrRole", "operatorRole"}
)
"""Roles of people and databases, and roles that a service assumes in another account."""

NOT_PASSED = {
    ("elasticmapreduce", "ExecutionRoleArn"),
    ("elasticmapreduce", "JobFlowRole"),
    ("emr-containers", "executionRoleArn"),
    ("batch", "instanceRole"),
    ("pipes", "ExecutionRoleArn"),
    ("pipes", "TaskRoleArn"),
    ("grafana", "role"),
}
PROFILE = re.compile(r"(?i)instanceprofile(?:arn|name)?$")
PROFILES = {("elasticmapreduce", "JobFlowRole"), ("batch", "instanceRole")}
"""Instance profiles that are called roles."""

OTHER_PROFILES = {"dms", "iam", "devicefarm", "securityhub"}
PASSING_NOTHING = {"iam", "sts", "account-access", "sso", "signin", "securityhub", "organizations", ""}
NO_PASSING = re.compile("get|list|describe|delete|remove|disassociate|cancel|stop|search|untag|tag|lookup")
"""Actions that need no iam:PassRole though a role is among their parameters."""


def is_role(name: str, shape: Shape, prefix: str) -> bool:
    """Return true if a member of a shape is the name or the ARN of a role that the service is to take on."""
    if shape.type_name == "list":
        return is_role(name.removesuffix("s"), shape.member, prefix)
    if shape.type_name == "map":
        return is_role(name.removesuffix("s"), shape.value, prefix)
    if shape.type_name != "string" or shape.enum or name in NO_ROLES or (prefix, name) in NOT_PASSED:
        return False
    is_told = "role" in str(shape.metadata.get("pattern", "")) and "role" in name.lower()
    return is_told or bool(ROLE.search(name))


def is_profile(name: str, shape: Shape, prefix: str) -> bool:
    """Return true if a member of a shape is an instance profile, which holds a role."""
    if (prefix, name) in PROFILES:
        return True
    return prefix not in OTHER_PROFILES and bool(PROFILE.search(name))


def passes_a_role(prefix: str, action: str, shape: str | int, shapes: list[dict[str, Any] | None]) -> bool:
    """Return true if a role or an instance profile is among the parameters of an action, at any depth."""
    if prefix in PASSING_NOTHING or NO_PASSING.match(action):
        return False
    waiting, seen = [shape], set()
    while waiting:
        found = waiting.pop()
        if isinstance(found, str) or found in seen:
            continue
        seen.add(found)
        described = shapes[found] or {}
        if "roles" in described or "profiles" in described:
            return True
        inner = (described.get("list", "any"), described.get("map", "any"))
        waiting += [*described.get("members", {}).values(), *inner]
    return False
