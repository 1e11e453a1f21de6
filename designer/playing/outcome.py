"""The end of a run as people ask about it: where it failed, and what it has changed by then."""

from __future__ import annotations

from dataclasses import dataclass

from designer.playing.run import Run
from designer.playing.visit import Visit
from schemas.core.paths import Path
from schemas.failures.course import Course
from schemas.failures.effects import Effect
from schemas.failures.failures import Failures


@dataclass(frozen=True, slots=True)
class Outcome:
    """A run that has failed in `visit` with `error`.

    `path` is that of the state in the workflow as it is now, `course` what follows from the error there; None
    for a state that it does not have. `done` are the effects of the states that have succeeded, `unsure`
    those of the state that has failed, which may have taken place.
    """

    visit: Visit
    error: str
    cause: str
    path: Path | None
    course: Course | None
    done: tuple[Effect, ...]
    unsure: tuple[Effect, ...]


def outcome_of(run: Run, failures: Failures) -> Outcome | None:
    """The outcome of a run at this moment; None where it has not failed."""
    if run.status in ("RUNNING", "SUCCEEDED"):
        return None
    visit = run.trace.failed_visit(run.position) or run.current
    if visit is None:
        return None
    paths = {path[-1]: path for path in reversed(failures.uids) if path}
    last = visit.failures[-1] if visit.failures else None
    error, cause = (last.error or "", last.cause or "") if last else ("", "")
    path = paths.get(visit.name)
    course = failures.course(path, error) if path is not None else None
    unsure = failures.effects(path) if path is not None and course is not None and course.unsure else ()
    return Outcome(visit, error, cause, path, course, _done(run, failures, paths), unsure)


def _done(run: Run, failures: Failures, paths: dict[str | int, Path]) -> tuple[Effect, ...]:
    """The effects of the states that have come to a good end, in the order of the run, each once."""
    found: dict[Effect, None] = {}
    for visit in run.visits:
        if visit.name in paths and run.status_of(visit) == "succeeded":
            found.update(dict.fromkeys(failures.effects(paths[visit.name])))
    return tuple(found)
