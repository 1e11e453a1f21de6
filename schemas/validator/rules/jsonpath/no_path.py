"""A value looks like a path, but its field takes it as it stands.

Why: the field whose name ends with Path is the one that reads from the input. The other takes "$.error" as
a plain text. The service warns of it too (NO_PATH).

Bad example:

    {"StartAt": "断る", "States": {
      "断る": {"Type": "Fail", "Error": "$.error.Error"}}}

Good example:

    {"StartAt": "断る", "States": {
      "断る": {"Type": "Fail", "ErrorPath": "$.error.Error"}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.expressions.computed import looks_computed
from schemas.asl.json_schema import schema
from schemas.asl.walk import State, choice_rules
from schemas.core.diagnostic import Fix
from schemas.core.edits import Rename
from schemas.core.paths import Json, Path
from schemas.core.words import shown
from schemas.validator.finding import Finding, rule


@rule("warning", State, "Fail", "Choice")
def check(state: State) -> Iterator[Finding]:
    """Every such field of a Fail, or of a rule of a Choice, in JSONPath."""
    if state.language != "JSONPath":
        return
    yield from _in_fields(state.fields, state.path, f"{state.type.lower()}.jsonpath")
    for choice in choice_rules(state):
        yield from _in_fields(choice.fields, choice.path, "choice-rule.jsonpath")


def _in_fields(fields: dict[str, Json], path: Path, name: str) -> Iterator[Finding]:
    known = schema(name)["properties"]
    for field, value in fields.items():
        twin = f"{field}Path"
        if twin not in known or not isinstance(value, str) or not looks_computed(value):
            continue
        place = (*path, field)
        fix = None if twin in fields else Fix((Rename(place, twin),), safe=False)
        yield Finding(place, {"field": field, "twin": twin, "value": shown(value)}, fix=fix)
