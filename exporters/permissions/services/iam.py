"""IAM: a role that is put into an instance profile is passed, too."""

from __future__ import annotations

from exporters.permissions.aws_sdk import by_name
from exporters.permissions.call import Call
from exporters.permissions.passed_roles import pass_role, role_arns
from exporters.permissions.statement import Statement

SERVICES = ("iam",)


def statements(call: Call) -> list[Statement] | None:
    """Allow the action on what the parameters name."""
    found = by_name(call)
    if found is None or call.action != "addRoleToInstanceProfile":
        return found
    role = call.fixed("RoleName")
    return [*found, pass_role("" if role else "ec2", role_arns(role))]
