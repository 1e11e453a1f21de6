"""The picture of a failure: states and edges that a run passes, and states that have taken effect before."""

from __future__ import annotations

from collections.abc import Iterator

from designer.protocol.canvas import FailurePath
from schemas.asl.graph import Edge, graph
from schemas.core.diagnostic import Language
from schemas.core.paths import Json
from schemas.core.view_mode import ViewMode
from schemas.failures.course import Course
from schemas.failures.explanation import Explainer
from schemas.failures.failures import Failures, Row
from schemas.sidecar.identity import Identity


def row_of(failures: Failures, identity: Identity, uid: str, error: str) -> Row | None:
    """The row of the state `uid` that holds `error`, else its first one; None for no state or no error."""
    state = identity.states.get(uid)
    rows = failures.rows(state.path) if state else ()
    return next((row for row in rows if error in row.errors), rows[0] if rows else None)


def failure_path(
    definition: Json, failures: Failures, identity: Identity, row: Row, language: Language, view: ViewMode
) -> FailurePath:
    """The picture of a row."""
    course, uids = row.course, identity.uids
    explainer = Explainer(failures, language, view)
    before = course.committed
    states = [uids[level.state] for level in course.levels[1:]]
    if course.aftermath:
        states += [uids[path] for path in course.aftermath.way]
    edges = [identity.edge_id(edge) for edge in _edges(definition, course)]
    return FailurePath(
        title=f"{explainer.title(row.state)}: {explainer.errors(row.errors)}",
        failed=uids[row.state],
        passed=list(dict.fromkeys([*states, *edges])),
        done=list(dict.fromkeys(uids[effect.state] for effect in before.certain)),
        perhaps=list(dict.fromkeys(uids[effect.state] for effect in before.possible)),
    )


def _edges(definition: Json, course: Course) -> Iterator[Edge]:
    """The catcher's edge, and those between the states on the way from it."""
    if course.caught is None or course.aftermath is None:
        return
    drawn, way = graph(definition), set(course.aftermath.way)
    at = course.levels[-1].state
    yield from (edge for edge in drawn.leaving(at) if edge.field[:-1] == course.caught.path)
    for path in course.aftermath.way:
        if path == course.aftermath.rejoins:
            continue
        for edge in drawn.leaving(path):
            if edge.kind != "catch" and edge.target and edge.target.path in way:
                yield edge
