"""The services that a Task calls: their actions, how an end is waited for, what they take and raise.

A service is called by an optimized integration (`lambda`) or as its SDK does (`aws-sdk:lambda`). The names
here are those that stand in a Resource: `services()`, `actions(service)`, `patterns(service, action)` and
`parameters(service, action)`; `integration(arn)` reads them from one.
"""

from __future__ import annotations

from schemas.asl.services import optimized, sdk
from schemas.asl.services.errors import error_names
from schemas.asl.services.integration import PATTERNS, SDK, Integration, integration
from schemas.asl.services.parameter_type import ParameterType

__all__ = [
    "PATTERNS",
    "SDK",
    "Integration",
    "ParameterType",
    "actions",
    "error_names",
    "integration",
    "parameters",
    "patterns",
    "services",
]


def services() -> tuple[str, ...]:
    """Every service: those with an optimized integration, then all as their SDK calls them."""
    return (*optimized.services(), *(f"{SDK}{name}" for name in sorted(sdk.services())))


def actions(service: str) -> tuple[str, ...]:
    """The actions of a service that are known; none where the service is not."""
    if not service.startswith(SDK):
        return optimized.actions(service)
    found = sdk.service(service.removeprefix(SDK))
    return tuple(found.actions) if found else ()


def patterns(service: str, action: str) -> tuple[str, ...]:
    """The patterns that an action supports; those of its service where the action is not known."""
    if service.startswith(SDK):
        return ("", ".waitForTaskToken")
    known = optimized.patterns(service, action)
    if known:
        return known
    every = {
        pattern for other in optimized.actions(service) for pattern in optimized.patterns(service, other)
    }
    return tuple(pattern for pattern in PATTERNS if pattern in every) or ("",)


def parameters(service: str, action: str) -> ParameterType | None:
    """What an action takes, an "object"; None where the action is not known."""
    if not service.startswith(SDK):
        return optimized.parameters(service, action)
    found = sdk.service(service.removeprefix(SDK))
    return found.parameters(action) if found else None
