"""The optimized integrations: their actions, integration patterns and parameters.

Source: the developer guide of Step Functions, "Integrating optimized services". If an action has the same
parameters as an operation of the SDK, `optimized.json` names it in `like`, else it lists the parameters.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from schemas.asl.services import sdk
from schemas.asl.services.parameter_type import ParameterType, TypeTable
from schemas.core.beside import text_beside


def services() -> tuple[str, ...]:
    """The names of the services."""
    return tuple(_read())


def actions(service: str) -> tuple[str, ...]:
    """The actions of a service; none if it has no optimized integration."""
    return tuple(_read().get(service, {}).get("actions", ()))


def is_open(service: str) -> bool:
    """True if the service may have more actions than those listed."""
    return bool(_read()[service].get("open"))


def patterns(service: str, action: str) -> tuple[str, ...]:
    """The integration patterns of an action; none if the action is unknown."""
    return tuple(_action(service, action).get("patterns", ()))


def longest(service: str, action: str) -> int | None:
    """The seconds after which a call ends whatever its timeout; None if the timeout alone decides."""
    return _action(service, action).get("longest")


@cache
def parameters(service: str, action: str) -> ParameterType | None:
    """The parameters of an action; None if they are unknown."""
    entry = _action(service, action)
    if "parameters" in entry:
        return TypeTable().type_of(entry["parameters"])
    name, _, operation = entry.get("like", "").partition(":")
    found = sdk.service(name)
    return found.parameters(operation) if found else None


def _action(service: str, action: str) -> dict[str, Any]:
    return dict(_read().get(service, {}).get("actions", {}).get(action, {}))


@cache
def _read() -> dict[str, dict[str, Any]]:
    text = text_beside(__file__, "optimized.json")
    return dict(json.loads(text))
