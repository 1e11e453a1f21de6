"""The services that a Task can call: their actions, integration patterns, parameters and errors.

A service has an optimized integration (`lambda`) or is called as in the AWS SDK (`aws-sdk:lambda`). Services
and actions have the names of the Resource field: `services()`, `actions(service)`,
`patterns(service, action)` and `parameters(service, action)`. `integration(arn)` parses a Resource.
"""

from __future__ import annotations

from schemas.asl.services import optimized, sdk
from schemas.asl.services.errors import error_names
from schemas.asl.services.integration import PATTERNS, SDK, WAIT, Integration, integration
from schemas.asl.services.parameter_type import ParameterType

__all__ = [
    "PATTERNS",
    "SDK",
    "WAIT",
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
    """All services: those with an optimized integration, then all services of the AWS SDK."""
    return (*optimized.services(), *(f"{SDK}{name}" for name in sorted(sdk.services())))


def actions(service: str) -> tuple[str, ...]:
    """The actions of a service; none for an unknown service."""
    if not service.startswith(SDK):
        return optimized.actions(service)
    found = sdk.service(service.removeprefix(SDK))
    return tuple(found.actions) if found else ()


def patterns(service: str, action: str) -> tuple[str, ...]:
    """The integration patterns of an action; for an unknown action, those of its service."""
    if service.startswith(SDK):
        return ("", WAIT)
    supported = optimized.patterns(service, action)
    if supported:
        return supported
    every = {
        pattern for other in optimized.actions(service) for pattern in optimized.patterns(service, other)
    }
    return tuple(pattern for pattern in PATTERNS if pattern in every) or ("",)


def parameters(service: str, action: str) -> ParameterType | None:
    """The parameters of an action, of the kind "object"; None for an unknown action."""
    if not service.startswith(SDK):
        return optimized.parameters(service, action)
    found = sdk.service(service.removeprefix(SDK))
    return found.parameters(action) if found else None
