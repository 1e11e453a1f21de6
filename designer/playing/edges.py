"""The edges that a run has taken."""

from __future__ import annotations

from collections.abc import Iterator

from designer.playing.run import Run
from designer.playing.visit import Visit
from player.core.failure import HEARTBEAT, TIMEOUT, Failure
from player.core.retries import catcher
from schemas.asl.graph import Edge, Graph
from schemas.asl.walk import State


def taken_edges(run: Run, graph: Graph) -> list[tuple[Edge, int]]:
    """The edges that were taken by this moment, each with the position at which it was last."""
    states: dict[str, State] = {}
    for state in graph.states:
        states.setdefault(state.name, state)
    found: dict[tuple[str, str, int | None], tuple[list[Edge], int]] = {}
    for visit in run.visits:
        source = None if visit.source is None else run.trace.visits[visit.source]
        caught = None if source is None else _caught(run, source, states.get(source.name))
        way = (source.name if source else "", visit.name, caught)
        edges = found[way][0] if way in found else list(_edges(run, graph, states, way))
        found[way] = (edges, visit.entered)
    return [(edge, at) for edges, at in found.values() for edge in edges]


def _edges(
    run: Run, graph: Graph, states: dict[str, State], way: tuple[str, str, int | None]
) -> Iterator[Edge]:
    """The edges from a state to another that may have been taken: several where rules have one target."""
    before, target, caught = way
    state = states.get(target)
    for edge in graph.arriving(state.path) if state else ():
        if not before:
            fits = edge.kind == "start"
        elif not isinstance(edge.source, State) or edge.source.name != before:
            fits = False
        elif edge.kind == "catch":
            fits = edge.index == caught
        else:
            fits = caught is None
        if fits and (edge.kind == "start" or run.takes((before, edge.kind, edge.index))):
            yield edge


def _caught(run: Run, source: Visit, state: State | None) -> int | None:
    """The index of the catcher by which a visit was left; None if it was left by no catcher."""
    if state is None or run.trace.status(source, source.exited) != "caught" or not source.failures:
        return None
    last = source.failures[-1]
    alias = HEARTBEAT if last.error == TIMEOUT and "HeartbeatSeconds" in " ".join(state.fields) else None
    found = catcher(state.fields.get("Catch"), Failure(last.error, last.cause, alias=alias))
    return found[0] if found else None
