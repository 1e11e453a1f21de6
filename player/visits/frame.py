"""One scope while it runs: its states, its variables, and the state that it is in."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import count
from random import Random
from typing import Any, NamedTuple

from player.core.failure import Failure
from player.core.history import Event, History, Track, timestamp
from player.core.map_run import MapRun
from player.core.retries import Retries
from player.core.scheduler import Scheduler
from player.expressions.jsonata import Query, evaluate
from player.expressions.jsonpath import Scope
from player.mocks import Answer, Mocks
from player.mocks.reading import read_mocks
from player.visits.nested import StartChild
from player.visits.redrive import Redrive
from schemas.asl.graph import EdgeKind
from schemas.core.coerce import mapping, number
from schemas.core.paths import Json

TakenEdge = tuple[str, EdgeKind, int | None]
"""An edge that was taken: the name of its state, its kind, and its index among those of the kind."""

RunScope = Callable[["Frame", Json, Json], Generator[Any, Any, Json]]
"""Runs a scope, given its frame, definition and input, and returns its output."""

ReadMocks = Callable[[Mocks | Mapping[str, Json] | None], Mocks]
"""Makes mocks of what a person wrote."""


class Call(NamedTuple):
    """A call of a service that a state made, and its answer."""

    state: str
    answer: Answer


@dataclass(slots=True)
class Run:
    """All that the scopes of one execution share.

    The states visited, the edges taken, the calls made and the runs of distributed Maps are those so far.

    `queries` numbers the fields with JSONata, so that each of them has random values of its own.
    """

    scheduler: Scheduler
    history: History
    mocks: Mocks
    random: Random
    seed: int
    context: dict[str, Json]
    run_scope: RunScope
    read_mocks: ReadMocks = read_mocks
    start_child: StartChild | None = None
    queries: Iterator[int] = field(default_factory=lambda: count(1))
    redrives: list[Redrive] = field(default_factory=list)
    visited: list[str] = field(default_factory=list)
    taken: dict[TakenEdge, int] = field(default_factory=dict)
    calls: list[Call] = field(default_factory=list)
    map_runs: list[MapRun] = field(default_factory=list)
    copies: dict[int, int] = field(default_factory=dict)
    """The number of expressions in payload templates, by the id of the template."""

    def called(self, state: str, answer: Answer) -> int:
        """Note a call, and return its number."""
        self.calls.append(Call(state, answer))
        return len(self.calls) - 1

    def is_redriven(self) -> bool:
        """True if the execution failed at this moment, and was redriven."""
        is_outer = not self.history.is_inner
        return is_outer and bool(self.redrives) and self.redrives[0].at == len(self.history.events)

    def redrive(self) -> Iterator[Event]:
        """The events of the failure and of the redrive; all other branches begin again where they are."""
        redrive = self.redrives.pop(0)
        if redrive.mocks is not None:
            self.mocks = self.read_mocks(redrive.mocks)
        yield from self.history.repeat(redrive.tail)
        execution = dict(mapping(self.context["Execution"]))
        redrives = (number(execution.get("RedriveCount"), 1e9) or 0) + 1
        execution.update(RedriveCount=int(redrives), RedriveTime=timestamp(self.scheduler.now))
        self.context = {**self.context, "Execution": execution}
        self.scheduler.interrupt()
        yield self.history.end(
            len(self.history.events),
            "ExecutionRedriven",
            "executionRedrivenEventDetails",
            redriveCount=int(redrives),
        )

    def child(self, context: dict[str, Json], history: History) -> Run:
        """The run of a child execution of a distributed Map, on the same clock."""
        return replace(self, context=context, history=history)


@dataclass(slots=True)
class Frame:
    """A scope that runs. `variables` are those that its states may read, `sizes` their letters as JSON."""

    run: Run
    track: Track
    language: str
    variables: dict[str, Json] = field(default_factory=dict)
    map_item: Json = None
    sizes: dict[str, int] = field(default_factory=dict)

    def inside(self, track: Track, language: str, map_item: Json = None) -> Frame:
        """The frame of a branch or an iteration, which reads these variables and assigns its own."""
        item = self.map_item if map_item is None else map_item
        return Frame(self.run, track, language, dict(self.variables), item, dict(self.sizes))


@dataclass(slots=True)
class Visit:
    """One visit of a state: its definition, its input, and the event of its entering.

    `inspection` has the data at each stage of its way through the state, by the names of TestState.
    """

    frame: Frame
    name: str
    state: Mapping[str, Json]
    input: Json
    language: str
    retries: Retries
    entered: int = 0
    entered_at: float = 0.0
    token: str = ""
    map_item: Json = None
    inspection: dict[str, Json] = field(default_factory=dict)

    def context(self) -> dict[str, Json]:
        """The context object at this moment."""
        found = dict(self.frame.run.context)
        state: dict[str, Json] = {"Name": self.name, "EnteredTime": timestamp(self.entered_at)}
        if self.state.get("Type") in ("Task", "Parallel", "Map"):
            state["RetryCount"] = self.retries.count
        found["State"] = state
        item = self.frame.map_item if self.map_item is None else self.map_item
        if item is not None:
            found["Map"] = {"Item": item}
        if self.token:
            found["Task"] = {"Token": self.token}
        return found

    def scope(self, input: Json) -> Scope:
        """The scope of JSONPath expressions whose `$` is `input`."""
        return Scope(input, self.context, self.frame.variables, self.frame.run.random)

    def query(self, template: Json, field: str, **states: Json) -> Json:
        """The value of a field with JSONata expressions; `states` are the further members of `$states`.

        Raises `Failure` (States.QueryEvaluationError).
        """
        run = self.frame.run
        known: Json = {"input": self.input, **states, "context": self.context()}
        bindings = {**self.frame.variables, "states": known}
        return evaluate(
            Query(template, field, bindings, run.seed + next(run.queries), run.scheduler.now * 1000)
        )

    def located(self, failure: Failure) -> Failure:
        """The failure, with the state named in its cause."""
        if failure.at_state or failure.cause is None:
            return failure
        failure.cause = (
            f"An error occurred while executing the state '{self.name}' "
            f"(entered at the event id #{self.entered}). {failure.cause}"
        )
        failure.at_state = True
        return failure
