"""The call of a Task, read from its Resource and its parameters."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TypeGuard

from schemas.asl.services.arguments import resource_of
from schemas.asl.walk import State
from schemas.core.paths import Json

PLACEHOLDER = re.compile(r"\$\{[^}]*\}")
_INTEGRATION = re.compile(
    r"arn:[\w-]*:states:[\w-]*:[\w-]*:(?P<sdk>aws-sdk:)?(?P<service>[a-z0-9-]+):(?P<action>\w+)"
    r"(?:\.(?P<pattern>sync|sync:2|waitForTaskToken))?",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Call:
    """One request to a service.

    `service` is the name in the Resource without `aws-sdk:`; `sdk` is true for an SDK integration;
    `pattern` is `sync`, `sync:2`, `waitForTaskToken` or empty; `parameters` are those that the state passes,
    none where an expression computes them all (`is_computed`).
    """

    service: str
    action: str
    pattern: str = ""
    sdk: bool = False
    parameters: dict[str, Json] = field(default_factory=dict)
    is_computed: bool = False

    @property
    def is_sync(self) -> bool:
        """True if the state waits until the job has ended."""
        return self.pattern.startswith("sync")

    def fixed(self, key: str) -> str | None:
        """Return the parameter's text, placeholders included; None if executions may have different ones."""
        value = self.parameters.get(key)
        return value if is_fixed(value) else None

    def gives(self, key: str) -> bool:
        """Return true if the state passes the parameter, fixed or not, and it is not empty."""
        return gives(self.parameters, key)

    def texts(self, key: str) -> tuple[str, ...]:
        """Return the parameter's texts, one or a list of them; none if executions may have different ones."""
        value = self.parameters.get(key)
        items = value if isinstance(value, list) else [value]
        fixed = [item for item in items if is_fixed(item) and item]
        return tuple(fixed) if len(fixed) == len(items) else ()

    def inside(self, *keys: str) -> Call:
        """Return the call with the parameters of the object at `keys`; none where there is no such object."""
        value: Json = self.parameters
        for key in keys:
            value = value.get(key) if isinstance(value, dict) else None
        return replace(self, parameters=value if isinstance(value, dict) else {})


def gives(fields: Mapping[str, Json], key: str) -> bool:
    """Return true if an object of parameters has the field, fixed or not, and it is not empty."""
    return bool(fields.get(key)) or f"{key}.$" in fields


def is_fixed(value: Json) -> TypeGuard[str]:
    """Return true for a text, placeholders included, that no expression computes."""
    return isinstance(value, str) and not value.startswith("{%")


def read_call(state: State) -> Call | None:
    """Return the call of a Task; None if its Resource is no service integration."""
    found = _INTEGRATION.fullmatch(PLACEHOLDER.sub("x", resource_of(state)))
    if not found or found["service"] == "activity":
        return None
    passed = state.fields.get("Arguments" if state.language == "JSONata" else "Parameters")
    return Call(
        service=found["service"],
        action=found["action"],
        pattern=found["pattern"] or "",
        sdk=bool(found["sdk"]),
        parameters=passed if isinstance(passed, dict) else {},
        is_computed=isinstance(passed, str),
    )
