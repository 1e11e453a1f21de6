"""The optimized integrations: their actions, how their end can be waited for, and what they take.

Source: the developer guide of Step Functions, "Integrating optimized services". Where an action takes what an
operation of the SDK takes, `optimized.json` says `like`; where that differs, it holds the parameters.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

from schemas.asl.services import sdk
from schemas.asl.services.parameter_type import ParameterType, TypeTable


def services() -> tuple[str, ...]:
    """The names of the services."""
    return tuple(_read())


def actions(service: str) -> tuple[str, ...]:
    """The actions of a service; none where it has no optimized integration."""
    return tuple(_read().get(service, {}).get("actions", ()))


def is_open(service: str) -> bool:
    """True if the service may have actions beside those that are known."""
    return bool(_read()[service].get("open"))


def patterns(service: str, action: str) -> tuple[str, ...]:
    """The patterns that an action supports; none where it is not known."""
    return tuple(_action(service, action).get("patterns", ()))


@cache
def parameters(service: str, action: str) -> ParameterType | None:
    """What an action takes; None where it is not known."""
    known = _action(service, action)
    if "parameters" in known:
        return TypeTable().type_of(known["parameters"])
    name, _, operation = known.get("like", "").partition(":")
    found = sdk.service(name)
    return found.parameters(operation) if found else None


def _action(service: str, action: str) -> dict[str, Any]:
    return dict(_read().get(service, {}).get("actions", {}).get(action, {}))


@cache
def _read() -> dict[str, dict[str, Any]]:
    text = (files("schemas.asl.services") / "optimized.json").read_text(encoding="utf-8")
    return dict(json.loads(text))
