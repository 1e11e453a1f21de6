"""Reconnects the predecessors of deleted states to their successors (A -> B -> C becomes A -> C)."""

from __future__ import annotations

from collections.abc import Container, Iterable

from designer.workspace.actions.shared.context import Context
from schemas.asl.graph import Edge
from schemas.asl.states import transition_kinds
from schemas.asl.walk import State
from schemas.core.edits import Edit, Set
from schemas.core.paths import Path


def reconnect_around(
    context: Context, deleted: Iterable[Path], roots: Container[Path], removed: dict[Path, Edge]
) -> list[Edit]:
    """Give each edge that stays and whose target is among `deleted` the target of that state's Next (a
    Choice's Default). `roots` are the outermost of the deleted states.

    An edge that would lead nowhere, or back to its own source, is added to `removed`; one to a name that a
    function of a template chooses stays, for the other names there.
    """
    deleted, edits = list(deleted), list[Edit]()
    for edge in [edge for path in deleted for edge in context.graph.arriving(path)]:
        if edge.path in removed or is_inside(edge.path, roots):
            continue
        if successor := _successor(context, edge, deleted, removed):
            edits.append(Set(edge.path, successor.name))
        elif edge.path == edge.field:
            removed[edge.path] = edge
    return edits


def is_inside(path: Path, roots: Container[Path]) -> bool:
    """True if `path` is one of `roots`, or within one."""
    return any(path[:size] in roots for size in range(2, len(path) + 1))


def _successor(
    context: Context, edge: Edge, deleted: Container[Path], removed: Container[Path]
) -> State | None:
    """The first state behind the edge that is not deleted, along each deleted state's first kind of edge."""
    state, visited = edge.target, set()
    while state is not None and state.path in deleted:
        if state.path in visited:
            return None
        visited.add(state.path)
        kinds = transition_kinds(state.type)[:1]
        onward = (e for e in context.graph.leaving(state.path) if e.kind in kinds and e.path not in removed)
        state = next((e.target for e in onward), None)
    return None if state is None or state.path == edge.source.path else state
