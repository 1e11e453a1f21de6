"""The call that a Task makes, read from its Resource and the parameters it is given."""

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

    `service` is as the Resource names it, without `aws-sdk:`; `sdk` tells whether that stood there;
    `pattern` is `sync`, `sync:2`, `waitForTaskToken` or empty; `parameters` is what the state passes.
    """

    service: str
    action: str
    pattern: str = ""
    sdk: bool = False
    parameters: dict[str, Json] = field(default_factory=dict)

    @property
    def is_sync(self) -> bool:
        """Whether the state waits until the job has ended."""
        return self.pattern.startswith("sync")

    def fixed(self, key: str) -> str | None:
        """The parameter as text where it is the same in each execution, placeholders included; else None."""
        value = self.parameters.get(key)
        return value if isinstance(value, str) and not value.startswith("{%") else None


def read_call(state: State) -> Call | None:
    """The integration that a Task calls; None where its Resource names none."""
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
