"""CloudWatch Logs: log groups, whose ARN ends with `:*` for most actions."""

from __future__ import annotations

import re
from dataclasses import replace

from exporters.permissions.aws_sdk import by_name
from exporters.permissions.call import Call
from exporters.permissions.statement import Statement

SERVICES = ("logs",)
_GROUP = re.compile(r".*:log-group:(?!.*:log-stream:).*(?<!:\*)", re.DOTALL)


def statements(call: Call) -> list[Statement] | None:
    """Allow the action on the groups and streams in the parameters."""
    found = by_name(call)
    return None if found is None else [replace(item, resources=_both(item.resources)) for item in found]


def _both(resources: tuple[str, ...]) -> tuple[str, ...]:
    whole = (f"{resource}:*" for resource in resources if _GROUP.fullmatch(resource))
    return (*resources, *whole)
