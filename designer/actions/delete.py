"""States and arrows go; A -> B -> C becomes A -> C."""

from __future__ import annotations

from collections.abc import Container, Iterable

from designer.actions.arrows import erase
from designer.actions.context import Context
from designer.actions.sidecar import forget
from designer.canvas.protocol import Delete
from schemas.edits import Remove, Set
from schemas.graph import Edge
from schemas.paths import Path
from schemas.states import ways_out
from schemas.walk import State
from schemas.workflow import Change


def act(context: Context, intent: Delete) -> Change:
    """Delete arrows, states and a Parallel's branches, with all that is in them.

    What led to a deleted state leads on to where that state's Next (a Choice's Default) led; where that was
    nowhere, or back, the arrow goes too.
    """
    named = {_path(context, id) for id in intent.states}
    uids = {path: uid for path, uid in context.identity.uids.items() if _is_inside(path, named)}
    erased = {edge.path: edge for edge in map(context.edge, intent.edges) if not _is_inside(edge.path, named)}
    healed = []
    for edge in _broken(context, uids, named, erased):
        if heir := _heir(context, edge, uids, erased):
            healed.append(Set(edge.path, heir.name))
        else:
            erased[edge.path] = edge
    removed = [
        Remove(path) for path in sorted(named, key=_order, reverse=True) if not _is_inside(path[:-1], named)
    ]
    return Change(
        (*healed, *erase(erased.values()), *removed), forget(context.workflow.design, uids.values())
    )


def _path(context: Context, id: str) -> Path:
    """The path of the state, or of the branch, `id`."""
    return context.branch(id).path if "/" in id else context.state(id).path


def _is_inside(path: Path, roots: Container[Path]) -> bool:
    """Whether `path` leads to or through one of `roots`."""
    return any(path[:size] in roots for size in range(2, len(path) + 1))


def _broken(
    context: Context, gone: Iterable[Path], named: Container[Path], erased: Container[Path]
) -> list[Edge]:
    """The arrows that stay, and whose target doesn't."""
    arriving = (edge for path in gone for edge in context.graph.arriving(path))
    return [edge for edge in arriving if edge.path not in erased and not _is_inside(edge.path, named)]


def _heir(context: Context, edge: Edge, gone: Container[Path], erased: Container[Path]) -> State | None:
    """The state that the arrow is to lead to once those that are gone are passed over."""
    state, passed = edge.target, set()
    while state is not None and state.path in gone:
        if state.path in passed:
            return None
        passed.add(state.path)
        ways = ways_out(state.type)[:1]
        onward = (e for e in context.graph.leaving(state.path) if e.kind in ways and e.path not in erased)
        state = next((e.target for e in onward), None)
    return None if state is None or state.path == edge.source.path else state


def _order(path: Path) -> list[tuple[int, str]]:
    return [(part, "") if isinstance(part, int) else (0, part) for part in path]
