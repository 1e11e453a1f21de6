"""The variables that a visit can read."""

from __future__ import annotations

from designer.playing.run import Run
from designer.playing.visit import Visit


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
