"""Map: runs its processor once for each item."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import dataclass, field
from typing import Any

from player.core.history import Event, Track
from player.core.scheduler import AnyEnd, Thread
from player.maps.distributed import run_distributed
from player.maps.items import items_of, selected
from player.maps.limits import concurrency
from player.states.kind import StateKind, Steps, step
from player.visits import data_flow
from player.visits.aborting import aborted
from player.visits.frame import Visit
from schemas.core.coerce import mapping
from schemas.core.paths import Json

INLINE_CONCURRENCY = 40


def attempt(visit: Visit) -> Steps:
    """Run the iterations in this execution, or each in a child execution of its own."""
    processor = visit.state.get("ItemProcessor", visit.state.get("Iterator"))
    config = mapping(mapping(processor).get("ProcessorConfig"))
    if config.get("Mode") == "DISTRIBUTED":
        result = yield from run_distributed(visit, processor)
    else:
        input = data_flow.effective_input(visit)
        items, most = items_of(visit, input), concurrency(visit, input) or INLINE_CONCURRENCY
        result = yield from _Iterations(visit, processor, input, items).run(min(most, len(items)))
    return step(visit, *data_flow.output(visit, result))


@dataclass(slots=True)
class _Iterations:
    """The iterations of an inline Map over `items`: the running ones by thread, and the results by index."""

    visit: Visit
    processor: Json
    input: Json
    items: list[Json]
    running: dict[Thread, tuple[int, Track]] = field(default_factory=dict)
    results: dict[int, Json] = field(default_factory=dict)

    def run(self, slots: int) -> Generator[Any, Any, list[Json]]:
        """Run the iterations, `slots` at a time, and return their outputs in the order of the items."""
        history, parent = self.visit.frame.run.history, self.visit.frame.track
        yield history.add(parent, "MapStateStarted", "mapStateStartedEventDetails", length=len(self.items))
        free = [Track(parent.previous) for _ in range(slots)]
        waiting = iter(enumerate(self.items))
        yield from self._start(free, waiting)
        while self.running:
            for thread in (yield AnyEnd()):
                free.append((yield from self._end(thread)))
            yield from self._start(free, waiting)
        yield history.aside(parent, "MapStateSucceeded")
        return [self.results[index] for index in range(len(self.items))]

    def _start(self, free: list[Track], waiting: Iterator[tuple[int, Json]]) -> Generator[Any, Any, None]:
        """Start iterations as long as there are free slots."""
        while free and (found := next(waiting, None)) is not None:
            index, item = found
            track = free.pop(0)
            yield self._event("Started", index, track, is_next=True)
            map_item: Json = {"Index": index, "Value": item}
            frame = self.visit.frame.inside(track, self.visit.language, map_item)
            run = self.visit.frame.run
            value = selected(self.visit, self.input, map_item)
            thread = run.scheduler.spawn(run.run_scope(frame, self.processor, value))
            self.running[thread] = index, track

    def _end(self, thread: Thread) -> Generator[Any, Any, Track]:
        """Take the result of an iteration, and return its slot. Raises `Failure` if it has failed."""
        parent = self.visit.frame.track
        index, track = self.running.pop(thread)
        parent.previous = track.previous
        if thread.failure is not None:
            yield from self._abort(index, track)
            raise thread.failure
        self.results[index] = thread.value
        succeeded = self._event("Succeeded", index, track)
        parent.previous = succeeded["id"]
        yield succeeded
        return track

    def _abort(self, index: int, track: Track) -> Generator[Any, Any, None]:
        """Report the iteration that has failed, and those that are cut off for it."""
        run, parent = self.visit.frame.run, self.visit.frame.track
        run.scheduler.cancel(self.running)
        yield self._event("Failed", index, parent)
        yield from aborted(run, parent, track)
        for other, cut_off in self.running.values():
            yield self._event("Aborted", other, parent)
            yield from aborted(run, parent, cut_off)

    def _event(self, what: str, index: int, track: Track, *, is_next: bool = False) -> Event:
        history = self.visit.frame.run.history
        add = history.add if is_next else history.aside
        details = f"mapIteration{what}EventDetails"
        return add(track, f"MapIteration{what}", details, name=self.visit.name, index=index)


KIND = StateKind("Map", attempt, fails_as="MapStateFailed")
