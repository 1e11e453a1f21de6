"""The child executions of distributed Maps in a run: how many came to a state, and those to look at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from designer.playing.run import Run
from player.core.map_run import Child, MapRun, Tally


@dataclass(frozen=True, slots=True)
class Item:
    """A child execution of the Map `state`, for the item or batch `index`."""

    state: str
    index: int
    has_failed: bool
    run: Run


def tallies(run: Run) -> dict[str, Tally]:
    """The visits of the states in child executions by this moment, by the name of the state."""
    found: dict[str, Tally] = {}
    for map_run in _begun(run):
        for name, tally in _tallies(run, map_run).items():
            known = found.setdefault(name, Tally())
            known.entered += tally.entered
            known.exited += tally.exited
    return found


def is_at_work(run: Run, name: str) -> bool:
    """True if a child execution may still come to, or be in, a state at this moment."""
    return any(name in each.tallies and not _has_ended(run, each) for each in _begun(run))


def items(run: Run, name: str) -> list[Item]:
    """The child executions that have come to a state and whose events are kept, the failed ones first."""
    found = [
        Item(map_run.state, child.index, child.has_failed, _at_moment(run, child))
        for map_run in _begun(run)
        if name in map_run.tallies
        for child in map_run.children.values()
    ]
    came = [item for item in found if any(visit.name == name for visit in item.run.visits)]
    return sorted(came, key=lambda item: not item.has_failed)


def _begun(run: Run) -> Iterator[MapRun]:
    return (each for each in run.map_runs if each.began <= run.position)


def _has_ended(run: Run, map_run: MapRun) -> bool:
    return 0 < map_run.ended <= run.position


def _tallies(run: Run, map_run: MapRun) -> dict[str, Tally]:
    """The visits by this moment: all, or in the past those in the children that are kept."""
    if _has_ended(run, map_run) or run.position == len(run.events):
        return map_run.tallies
    found: dict[str, Tally] = {}
    for child in map_run.children.values():
        for visit in _at_moment(run, child).visits:
            tally = found.setdefault(visit.name, Tally())
            tally.entered += 1
            tally.exited += visit.exited > 0
    return found


def _at_moment(run: Run, child: Child) -> Run:
    """The child at this moment, as a run of its own."""
    found = Run(run.text, run.definition, child.events)
    now = str(run.events[run.position - 1]["timestamp"]) if run.position else ""
    is_past = run.position < len(run.events)
    reached = (event for event in child.events if not is_past or str(event["timestamp"]) <= now)
    found.position = sum(1 for _ in reached)
    return found
