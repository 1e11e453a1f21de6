"""The data of Map and Parallel states in a run: the result of what is inside of them, and the items."""

from __future__ import annotations

from designer.playing.data import value_of
from designer.playing.run import Run
from designer.playing.visit import Visit
from schemas.asl.walk import State
from schemas.core.coerce import mapping
from schemas.core.paths import Json


def iteration_around(run: Run, visit: Visit) -> tuple[Visit, int] | None:
    """The visit of the innermost Map around a visit, and the index of the item; None outside of any."""
    while visit.parent is not None:
        outer = run.trace.visits[visit.parent]
        if visit.iteration is not None:
            return outer, visit.iteration
        visit = outer
    return None


def result_inside(run: Run, visit: Visit, state: State) -> list[Json] | None:
    """The outputs of what is inside of a visit that has come to a good end; None where they are not known."""
    at = visit.begun[-1] if visit.begun else 0
    if not 0 < at <= run.position or not str(run.events[at - 1]["type"]).endswith("StateSucceeded"):
        return None
    inside = run.trace.visits[visit.index + 1 :]
    ended = [each for each in inside if each.parent == visit.index and each.exited]
    last: dict[int | None, str | None] = {}
    if state.type == "Map":
        last = {each.iteration: each.output for each in ended}
        is_known = bool(last) and "ResultWriter" not in state.fields
    else:
        branches = state.fields.get("Branches")
        names = [mapping(mapping(branch).get("States")) for branch in _list(branches)]
        for each in ended:
            last[next((index for index, inner in enumerate(names) if each.name in inner), None)] = each.output
        is_known = len(last) == len(names)
    return [value_of(last[index]) for index in sorted(last, key=_number)] if is_known else None


def _list(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []


def _number(index: int | None) -> int:
    return -1 if index is None else index
