"""What led to states that go leads on to what followed them."""

from __future__ import annotations

from collections.abc import Container, Iterable

from designer.workspace.actions.shared.context import Context
from schemas.asl.graph import Edge
from schemas.asl.states import transition_kinds
from schemas.asl.walk import State
from schemas.core.edits import Edit, Set
from schemas.core.paths import Path


def heal(
    context: Context, gone: Iterable[Path], roots: Container[Path], erased: dict[Path, Edge]
) -> list[Edit]:
    """Lead the arrows that stay, and whose target is `gone`, on to where that state's Next (a Choice's
    Default) led. `roots` are those of the gone that hold all others.

    Where that was nowhere, or back, the arrow joins `erased`.
    """
    gone, healed = list(gone), list[Edit]()
    for edge in [edge for path in gone for edge in context.graph.arriving(path)]:
        if edge.path in erased or is_inside(edge.path, roots):
            continue
        if heir := _heir(context, edge, gone, erased):
            healed.append(Set(edge.path, heir.name))
        else:
            erased[edge.path] = edge
    return healed


def is_inside(path: Path, roots: Container[Path]) -> bool:
    """Whether `path` leads to or through one of `roots`."""
    return any(path[:size] in roots for size in range(2, len(path) + 1))


def _heir(context: Context, edge: Edge, gone: Container[Path], erased: Container[Path]) -> State | None:
    """The state that the arrow is to lead to once those that are gone are passed over."""
    state, passed = edge.target, set()
    while state is not None and state.path in gone:
        if state.path in passed:
            return None
        passed.add(state.path)
        ways = transition_kinds(state.type)[:1]
        onward = (e for e in context.graph.leaving(state.path) if e.kind in ways and e.path not in erased)
        state = next((e.target for e in onward), None)
    return None if state is None or state.path == edge.source.path else state
