"""`serverless.yml` with the plugin serverless-step-functions: `stepFunctions.stateMachines`.

That section may be a file of its own, which then begins at `stateMachines`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from designer.linting.sources.embedded import Embedded, machine_type
from schemas.core.coerce import mapping
from schemas.core.paths import Json, Path
from schemas.document.yaml.dialect import SERVERLESS

DIALECT = SERVERLESS
MARKS = ("stepFunctions", "stateMachines")
_FILE = re.compile(r"\$\{file\(([^)]+)\)\}")


def embedded(value: Json) -> Iterator[Embedded]:
    """The definition of each state machine: an object, a string, or a file that `${file(…)}` names."""
    prefix: Path = ("stepFunctions",) if "stepFunctions" in mapping(value) else ()
    section = mapping(value).get("stepFunctions") if prefix else value
    for name, machine in mapping(mapping(section).get("stateMachines")).items():
        fields = mapping(machine)
        definition = fields.get("definition")
        if definition is None:
            continue
        at = (*prefix, "stateMachines", name, "definition")
        named = _FILE.fullmatch(definition.strip()) if isinstance(definition, str) else None
        yield Embedded(at, machine_type(fields.get("type")), named[1].strip() if named else "")
