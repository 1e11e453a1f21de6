"""Parallel: runs its branches side by side, and ends with the first that fails."""

from __future__ import annotations

from player.core.history import Track
from player.core.scheduler import AnyEnd
from player.states.kind import StateKind, Steps, step
from player.visits import data_flow
from player.visits.aborting import aborted
from player.visits.frame import Visit


def attempt(visit: Visit) -> Steps:
    """Run all branches; the result has the output of each, in the order of the definition."""
    frame, run = visit.frame, visit.frame.run
    input = data_flow.arguments(visit)
    yield run.history.add(frame.track, "ParallelStateStarted")
    branches = visit.state.get("Branches")
    tracks = {
        run.scheduler.spawn(run.run_scope(frame.inside(track, visit.language), branch, input)): track
        for branch in (branches if isinstance(branches, list) else [])
        for track in [Track(frame.track.previous)]
    }
    waiting = len(tracks)
    while waiting:
        for thread in (yield AnyEnd()):
            waiting -= 1
            frame.track.previous = tracks[thread].previous
            if thread.failure is not None:
                run.scheduler.cancel(tracks)
                yield from aborted(run, frame.track, *tracks.values())
                raise thread.failure
    yield run.history.aside(frame.track, "ParallelStateSucceeded")
    return step(visit, *data_flow.output(visit, [thread.value for thread in tracks]))


KIND = StateKind("Parallel", attempt, fails_as="ParallelStateFailed")
