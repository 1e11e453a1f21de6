"""The error names that states and services can raise, as used in Retry and Catch.

Source: the developer guide of Step Functions, "Handling errors in Step Functions workflows".
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

from schemas.asl.services.integration import integration


def error_names(type: str, resource: str) -> tuple[str, ...]:
    """The error names that a state of this type can raise, a Task by its Resource; States.ALL first."""
    table = _read()
    called = integration(resource)
    own = table["services"].get(called.service, []) if called else []
    if called is None and ":function:" in resource:
        own = table["services"]["lambda"]
    return tuple(dict.fromkeys([*table["any"], *own, *table["states"].get(type, [])]))


@cache
def _read() -> dict[str, Any]:
    text = (files("schemas.asl.services") / "errors.json").read_text(encoding="utf-8")
    return dict(json.loads(text))
