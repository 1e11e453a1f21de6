"""`serverless.yml` with the plugin serverless-step-functions: `stepFunctions.stateMachines`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from designer.sources.held import Held, machine_type
from schemas.lenient import mapping
from schemas.paths import Json

MARKS = ("stepFunctions",)
_FILE = re.compile(r"\$\{file\(([^)]+)\)\}")


def held(value: Json) -> Iterator[Held]:
    """The definition of each state machine: an object, a string, or a file that `${file(…)}` names."""
    machines = mapping(mapping(mapping(value).get("stepFunctions")).get("stateMachines"))
    for name, machine in machines.items():
        fields = mapping(machine)
        definition = fields.get("definition")
        if definition is None:
            continue
        at = ("stepFunctions", "stateMachines", name, "definition")
        named = _FILE.fullmatch(definition.strip()) if isinstance(definition, str) else None
        yield Held(at, machine_type(fields.get("type")), named[1].strip() if named else "")
