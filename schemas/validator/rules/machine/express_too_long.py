"""An Express machine waits longer than it may run.

Why: an Express execution is stopped after five minutes; a longer wait or timeout never comes to its end.

Bad example (Express):

    {"StartAt": "Wait", "States": {
      "Wait": {"Type": "Wait", "Seconds": 600, "End": true}}}

Good example (Express):

    {"StartAt": "Wait", "States": {
      "Wait": {"Type": "Wait", "Seconds": 60, "End": true}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.machine import Machine
from schemas.core.coerce import mapping
from schemas.core.paths import Json, Path
from schemas.validator.finding import Finding, rule

LONGEST = 300


@rule("warning", Machine)
def check(machine: Machine) -> Iterator[Finding]:
    """Every Wait of more than five minutes, and every timeout that lies beyond them."""
    if machine.type != "EXPRESS":
        return
    yield from _too_long(mapping(machine.definition), (), "TimeoutSeconds")
    for state in machine.states:
        field = {"Wait": "Seconds", "Task": "TimeoutSeconds"}.get(state.type)
        if field:
            yield from _too_long(state.fields, state.path, field)


def _too_long(fields: dict[str, Json], path: Path, field: str) -> Iterator[Finding]:
    seconds = fields.get(field)
    if isinstance(seconds, int) and seconds > LONGEST:
        yield Finding((*path, field), {"field": field, "seconds": str(seconds)})
