"""The states in the order in which the flow is told: each after its predecessors, the usual way first."""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.graph import EdgeKind, Graph
from schemas.asl.walk import Scope, State, inner_scopes, states_of

_LAST_FIRST: tuple[EdgeKind, ...] = ("catch", "default", "choice", "next")


def flow_order(graph: Graph) -> Iterator[tuple[State, int]]:
    """Yield every state with its depth: the number of containers around it.

    A container is followed by the states in it; what no edge leads to comes last in its scope.
    """
    if not graph.scopes:
        return
    waiting = [(state, 0) for state in reversed(_scope_order(graph, graph.scopes[0]))]
    while waiting:
        state, depth = waiting.pop()
        yield state, depth
        inside = [each for scope in inner_scopes(state) for each in _scope_order(graph, scope)]
        waiting.extend((each, depth + 1) for each in reversed(inside))


def _scope_order(graph: Graph, scope: Scope) -> list[State]:
    """The states of a scope in topological order, as far as there are no loops."""
    starts = [edge.target for edge in graph.leaving(scope.path) if edge.kind == "start" and edge.target]
    rest = [state for state in states_of(scope) if not graph.arriving(state.path)]
    seen: set[str] = set()
    order: list[State] = []
    for root in (*starts, *rest, *states_of(scope)):
        order += reversed(_finished(graph, root, seen))
    return order


def _finished(graph: Graph, root: State, seen: set[str]) -> list[State]:
    """The states that are reached from `root` and not `seen` yet, each after all that it leads to."""
    finished: list[State] = []
    waiting = [(root, False)]
    while waiting:
        state, is_done = waiting.pop()
        if is_done:
            finished.append(state)
        elif state.name not in seen:
            seen.add(state.name)
            waiting.append((state, True))
            waiting.extend((next, False) for next in reversed(_successors(graph, state)))
    return finished


def _successors(graph: Graph, state: State) -> list[State]:
    """The targets of a state, the usual one last."""
    edges = [edge for edge in graph.leaving(state.path) if edge.kind in _LAST_FIRST]
    edges.sort(key=lambda edge: (_LAST_FIRST.index(edge.kind), -(edge.index or 0)))
    return [edge.target for edge in edges if edge.target is not None]
