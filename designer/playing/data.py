"""The data of a visit: its values as they are recorded, and the variables that it can read."""

from __future__ import annotations

import json

from designer.playing.run import Run
from designer.playing.trace import Visit
from schemas.core.paths import Json


def value_of(text: str | None) -> Json:
    """The value of a recorded text; the text itself where it is no JSON, None for none."""
    if text is None:
        return None
    try:
        value: Json = json.loads(text)
    except (ValueError, RecursionError):
        return text
    return value


def variables_before(run: Run, visit: Visit) -> dict[str, str]:
    """The variables that a visit can read, as JSON: those assigned before it, beside it or around it."""
    scopes = {visit.parent: visit.iteration}
    outer = visit
    while outer.parent is not None:
        outer = run.trace.visits[outer.parent]
        scopes[outer.parent] = outer.iteration
    found: dict[str, str] = {}
    for other in run.trace.visits[: visit.index]:
        is_in_scope = other.parent in scopes and scopes[other.parent] == other.iteration
        if is_in_scope and 0 < other.exited < visit.entered:
            found.update(other.variables)
    return found
