"""The call of a Task, read from its Resource and its parameters."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

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
    `pattern` is `sync`, `sync:2`, `waitForTaskToken` or empty; `parameters` are those that the state passes.
    """

    service: str
    action: str
    pattern: str = ""
    sdk: bool = False
    parameters: dict[str, Json] = field(default_factory=dict)

    @property
    def is_sync(self) -> bool:
        """True if the state waits until the job has ended."""
        return self.pattern.startswith("sync")

    def fixed(self, key: str) -> str | None:
        """Return the parameter's text, placeholders included; None if executions may have different ones."""
        value = self.parameters.get(key)
        return value if isinstance(value, str) and not value.startswith("{%") else None


def read_call(state: State) -> Call | None:
    """Return the call of a Task; None if its Resource is no service integration."""
    resource = state.fields.get("Resource")
    found = _INTEGRATION.fullmatch(PLACEHOLDER.sub("x", resource)) if isinstance(resource, str) else None
    if not found or found["service"] == "activity":
        return None
    passed = state.fields.get("Arguments" if state.language == "JSONata" else "Parameters")
    return Call(
        service=found["service"],
        action=found["action"],
        pattern=found["pattern"] or "",
        sdk=bool(found["sdk"]),
        parameters=passed if isinstance(passed, dict) else {},
    )
