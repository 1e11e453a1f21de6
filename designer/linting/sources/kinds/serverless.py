"""`serverless.yml` with the plugin serverless-step-functions: `stepFunctions.stateMachines`.

That part may stand in a file of its own, which then begins at `stateMachines`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from designer.linting.sources.held import Held, machine_type
from schemas.core.coerce import mapping
from schemas.core.paths import Json, Path

MARKS = ("stepFunctions", "stateMachines")
_FILE = re.compile(r"\$\{file\(([^)]+)\)\}")


def held(value: Json) -> Iterator[Held]:
    """The definition of each state machine: an object, a string, or a file that `${file(…)}` names."""
    around: Path = ("stepFunctions",) if "stepFunctions" in mapping(value) else ()
    part = mapping(value).get("stepFunctions") if around else value
    for name, machine in mapping(mapping(part).get("stateMachines")).items():
        fields = mapping(machine)
        definition = fields.get("definition")
        if definition is None:
            continue
        at = (*around, "stateMachines", name, "definition")
        named = _FILE.fullmatch(definition.strip()) if isinstance(definition, str) else None
        yield Held(at, machine_type(fields.get("type")), named[1].strip() if named else "")
