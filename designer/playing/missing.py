"""The fields of its input that a state reads and that are not there in a run, and where they were lost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from designer.playing.data import value_of
from designer.playing.run import Run
from designer.playing.visit import Visit
from schemas.asl.dataflow.access import Steps, read
from schemas.asl.dataflow.environment import Environment
from schemas.asl.dataflow.reads import reads
from schemas.asl.dataflow.shapes import ANYTHING, Record, Shape, shape_of
from schemas.asl.dataflow.transfer import visit as carried_out
from schemas.asl.walk import State
from schemas.core.did_you_mean import Names
from schemas.core.paths import Json, Path

MOST_VISITS = 200
"""The visits that are looked through for the one that lost a field."""


@dataclass(frozen=True, slots=True)
class Missing:
    """A field that the expression at `place` in the state reads: its `name`, as it leads into the input.

    `lost_at` is the state that had it and did not hand it on; "" where no state before had it. `nearest` is
    the name of a field that may be meant; "" for none.
    """

    place: Path
    name: str
    lost_at: str
    nearest: str


def missing_fields(
    run: Run, visit: Visit, state: State, input: Json, variables: Mapping[str, Json]
) -> list[Missing]:
    """The fields that the expressions of `state` would read in vain in the input of a visit."""
    shape = shape_of(input)
    known = {name: shape_of(value) for name, value in variables.items()}
    environment = Environment(ANYTHING, variables=known)
    found: dict[tuple[Path, str], Missing] = {}
    for each in reads(carried_out(state, shape, environment, lambda *_: ANYTHING)):
        reading = each.reading
        if not each.steps or reading.missing is None or reading.sometimes:
            continue
        place, name = each.place[len(state.path) :], _written(each.steps)
        lost_at, nearest = _lost_at(run, visit, each.steps), _nearest(shape, each.steps)
        found[place, name] = Missing(place, name, lost_at, nearest)
    return list(found.values())


def _lost_at(run: Run, visit: Visit, steps: Steps) -> str:
    """The nearest visit before that had the field in its input; "" for none."""
    for earlier in _before(run, visit):
        if read(shape_of(value_of(earlier.input)), steps, maps_lists=True).missing is None:
            return earlier.name
    return ""


def _before(run: Run, visit: Visit) -> Iterator[Visit]:
    """The visits that led to a visit, the nearest first; those around a Map have other data."""
    for _ in range(MOST_VISITS):
        before = visit.source
        if before is None and visit.iteration is None:
            before = visit.parent
        if before is None:
            return
        visit = run.trace.visits[before]
        yield visit


def _nearest(shape: Shape, steps: Steps) -> str:
    around = read(shape, steps[:-1], maps_lists=True).shape
    last = steps[-1]
    names = around.members if isinstance(around, Record) else ()
    return Names(names).nearest(last) or "" if isinstance(last, str) else ""


def _written(steps: Steps) -> str:
    return "".join(f".{step}" if isinstance(step, str) else f"[{step}]" for step in steps).lstrip(".")
