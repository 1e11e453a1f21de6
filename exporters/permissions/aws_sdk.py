"""The IAM action of an SDK call: by default the action of the same name, under the service's IAM prefix."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import cast

from exporters.permissions.call import Call
from exporters.permissions.statement import EVERYTHING, Statement


def iam_prefix(call: Call) -> str | None:
    """The service's prefix in IAM actions; None where the service is not known."""
    return _index()["prefixes"].get(call.service) if call.sdk else call.service


def by_name(call: Call, resource: str = EVERYTHING) -> list[Statement] | None:
    """Leave for the action that bears the call's own name; None where IAM is not known to have it."""
    prefix = iam_prefix(call)
    action = call.action[0].upper() + call.action[1:]
    if prefix is None or action in _index()["unknown"].get(call.service, "").split():
        return None
    return [Statement((f"{prefix}:{action}",), (resource,))]


@cache
def _index() -> dict[str, dict[str, str]]:
    text = (files("exporters.permissions") / "sdk_actions.json").read_text(encoding="utf-8")
    return cast(dict[str, dict[str, str]], json.loads(text))
