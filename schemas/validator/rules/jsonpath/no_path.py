"""A value looks like a path or a call, but its field takes plain text.

Why: only the field whose name ends with Path reads from the input. The other one takes "$.error" as plain
text. The service warns about it too (NO_PATH).

Bad example:

    {"StartAt": "Reject", "States": {
      "Reject": {"Type": "Fail", "Error": "$.error.Error"}}}

Good example:

    {"StartAt": "Reject", "States": {
      "Reject": {"Type": "Fail", "ErrorPath": "$.error.Error"}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.expressions.computed import looks_computed
from schemas.asl.json_schema import schema
from schemas.asl.walk import State, choice_rules
from schemas.core.diagnostic import Fix
from schemas.core.edits import Rename
from schemas.core.paths import Json, Path
from schemas.core.short_text import short_text
from schemas.validator.finding import Finding, rule


@rule("warning", State, "Fail", "Choice")
def check(state: State) -> Iterator[Finding]:
    """Every field of a JSONPath Fail, or of its Choice rules, with a twin whose name ends with Path."""
    if state.language != "JSONPath":
        return
    yield from _in_fields(state.fields, state.path, f"{state.type.lower()}.jsonpath")
    for choice in choice_rules(state):
        yield from _in_fields(choice.fields, choice.path, "choice-rule.jsonpath")


def _in_fields(fields: dict[str, Json], path: Path, name: str) -> Iterator[Finding]:
    fields_of_schema = schema(name)["properties"]
    for field, value in fields.items():
        twin = f"{field}Path"
        if twin not in fields_of_schema or not isinstance(value, str) or not looks_computed(value):
            continue
        place = (*path, field)
        fix = None if twin in fields else Fix((Rename(place, twin),), safe=False)
        yield Finding(place, {"field": field, "twin": twin, "value": short_text(value)}, fix=fix)
