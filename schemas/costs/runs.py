"""One run of a workflow on average: visits and needs of its states, duration, and started executions."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass, field

from schemas.asl.graph import Graph
from schemas.asl.map_processor import config_of, is_distributed, processor_of
from schemas.asl.walk import Scope, State, StateMachineType
from schemas.core.coerce import mapping, number
from schemas.core.paths import Path
from schemas.costs.estimated import Needs, Share, concurrency, needs_of, shares
from schemas.costs.visits import visits
from schemas.sidecar.design import Design
from schemas.sidecar.estimates import UNESTIMATED
from schemas.sidecar.identity import Identity

_MOST_BATCH = 100_000_000


@dataclass(frozen=True, slots=True)
class Executions:
    """Executions of one kind in a run: their number, their transitions together, the seconds of one."""

    type: StateMachineType
    count: float
    transitions: float
    seconds: float


@dataclass(slots=True)
class Runs:
    """One run on average. `visits` are those of the whole run; `executions` begin with the run itself."""

    visits: dict[Path, float] = field(default_factory=dict)
    needs: dict[Path, Needs] = field(default_factory=dict)
    shares: dict[Path, list[Share]] = field(default_factory=dict)
    endless: set[Path] = field(default_factory=set)
    seconds: float = 0.0
    executions: list[Executions] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Part:
    """A scope in the run: how often it is run, and the scope whose execution it belongs to."""

    times: float
    execution: Path


def runs_of(found: Graph, identity: Identity, design: Design) -> Runs:
    """Return one run of the workflow with the graph `found`, by the estimates of `design`."""
    runs = Runs()
    for uid, state in identity.states.items():
        entry = design.states.get(uid)
        estimate = entry.estimate if entry else UNESTIMATED
        runs.needs[state.path] = needs_of(state, estimate)
        runs.shares[state.path] = shares(state, found, identity.uids, estimate)
    inside: dict[Path, dict[str, State]] = {scope.path: {} for scope in found.scopes}
    for state in found.states:
        inside[state.scope.path][state.name] = state
    parts: dict[Path, _Part] = {}
    once: dict[Path, dict[Path, float]] = {}
    for scope in found.scopes:
        parts[scope.path] = _part(scope, parts, runs)
        once[scope.path] = _visit(scope, inside[scope.path], found, runs, parts[scope.path].times)
    seconds = _durations(found, once, runs)
    runs.seconds = seconds.get((), 0.0)
    runs.executions = _executions(found, parts, seconds, runs)
    return runs


def _part(scope: Scope, parts: dict[Path, _Part], runs: Runs) -> _Part:
    owner = scope.owner
    if owner is None:
        return _Part(1.0, scope.path)
    times = runs.visits.get(owner.path, 0.0) * runs.needs[owner.path].attempts.value
    if owner.type != "Map":
        return _Part(times, parts[owner.scope.path].execution)
    is_own = is_distributed(processor_of(owner.fields))
    execution = scope.path if is_own else parts[owner.scope.path].execution
    return _Part(times * _rounds(owner, runs.needs[owner.path]), execution)


def _rounds(owner: State, needs: Needs) -> float:
    """The runs of a Map's processor: one for each item, or for each batch of them."""
    items = needs.items.value if needs.items else 0.0
    batch = number(mapping(owner.fields.get("ItemBatcher")).get("MaxItemsPerBatch"), _MOST_BATCH)
    return math.ceil(items / batch) if batch and batch >= 1 else items


def _visit(
    scope: Scope, states: dict[str, State], found: Graph, runs: Runs, times: float
) -> dict[Path, float]:
    """The visits in one run of the scope; those of the whole run are put into `runs`."""
    leaving: dict[str, dict[str, float]] = {name: defaultdict(float) for name in states}
    for name, state in states.items():
        for share in runs.shares[state.path]:
            leaving[name][share.edge.name] += share.amount.value
    started = [edge.name for edge in found.leaving(scope.path) if edge.kind == "start" and edge.target]
    starts = {name: 1.0 / len(started) for name in started}
    solved = visits(starts, leaving)
    if times > 0:
        runs.endless |= {states[name].path for name in solved.endless}
    once = {states[name].path: count for name, count in solved.counts.items()}
    runs.visits.update({path: count * times for path, count in once.items()})
    return once


def _durations(found: Graph, once: dict[Path, dict[Path, float]], runs: Runs) -> dict[Path, float]:
    """The seconds of one run of each scope; a Parallel takes as long as its longest branch."""
    seconds: dict[Path, float] = {}
    inside: dict[Path, list[float]] = defaultdict(list)
    states = {state.path: state for state in found.states}
    for scope in reversed(found.scopes):
        total = 0.0
        for path, count in once[scope.path].items():
            needs = runs.needs[path]
            own = needs.seconds.value
            if inside[path] and needs.seconds.is_default:
                own = max(inside[path]) * _turns(states[path], needs)
            total += count * needs.attempts.value * own
        seconds[scope.path] = total
        if scope.owner is not None:
            inside[scope.owner.path].append(total)
    return seconds


def _turns(state: State, needs: Needs) -> float:
    """The times that a container waits for what is in it: a Map in turns of the items that run at a time."""
    if state.type != "Map":
        return 1.0
    rounds = _rounds(state, needs)
    return rounds / concurrency(state, rounds)


def _executions(
    found: Graph, parts: dict[Path, _Part], seconds: dict[Path, float], runs: Runs
) -> list[Executions]:
    transitions: dict[Path, float] = defaultdict(float)
    for state in found.states:
        execution = parts[state.scope.path].execution
        transitions[execution] += runs.visits[state.path] * runs.needs[state.path].attempts.value
    return [
        Executions(_type(scope), parts[scope.path].times, transitions[scope.path], seconds[scope.path])
        for scope in found.scopes
        if parts[scope.path].execution == scope.path
    ]


def _type(scope: Scope) -> StateMachineType:
    """The type of the execution that runs the scope: what a distributed Map says, else Standard."""
    kind = config_of(scope.fields).get("ExecutionType") if scope.owner is not None else None
    return "EXPRESS" if kind == "EXPRESS" else "STANDARD"
