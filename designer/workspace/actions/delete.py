"""Delete states, edges, notes and lanes; A -> B -> C becomes A -> C."""

from __future__ import annotations

from collections.abc import Container, Iterable
from typing import Literal

from designer.protocol.canvas import Intent
from designer.workspace.actions.shared.annotations import is_annotation, remove_annotations
from designer.workspace.actions.shared.context import Context
from designer.workspace.actions.shared.edges import remove_edges
from designer.workspace.actions.shared.reconnect import is_inside, reconnect_around
from designer.workspace.actions.shared.sidecar import (
    boxes_around,
    has_position,
    position_entries,
    remove_entries,
    write_entries,
)
from schemas.core.edits import Edit, Remove
from schemas.core.paths import Path
from schemas.sidecar.workflow import Change


class Delete(Intent):
    """Delete states (with the states in them) and edges; A -> B -> C becomes A -> C.

    `states` holds the ids of notes and lanes as well.
    """

    kind: Literal["delete"] = "delete"
    states: list[str] = []
    edges: list[str] = []


def act(context: Context, intent: Delete) -> Change:
    """Delete edges, states and a Parallel's branches with all states in them, notes and lanes.

    An edge to a deleted state leads to the target of that state's Next (a Choice's Default); where there is
    none, or it is the edge's own source, the edge is deleted too.
    """
    named = {_path(context, id) for id in intent.states if not is_annotation(id)}
    uids = {path: uid for path, uid in context.identity.uids.items() if is_inside(path, named)}
    removed = {edge.path: edge for edge in map(context.edge, intent.edges) if not is_inside(edge.path, named)}
    reconnected = reconnect_around(context, uids, named, removed)
    deletions = [
        Remove(path) for path in sorted(named, key=_order, reverse=True) if not is_inside(path[:-1], named)
    ]
    staying = _staying(context, named, set(uids.values()))
    annotations = remove_annotations(context, filter(is_annotation, intent.states))
    return Change(
        (*reconnected, *remove_edges(removed.values()), *deletions),
        (*staying, *remove_entries(context.workflow.design, uids.values()), *annotations),
    )


def _staying(context: Context, named: Iterable[Path], deleted: Container[str]) -> tuple[Edit, ...]:
    """Write the positions of what stays beside and around them, where people have placed states."""
    scopes = [scope for path in named if (scope := _scope_around(context, path)) is not None]
    around = {uid: box for scope in scopes for uid, box in boxes_around(context, scope).items()}
    placed = {
        box.parent for uid, box in around.items() if has_position(context.workflow.design.states.get(uid))
    }
    boxes = {uid: box for uid, box in around.items() if box.parent in placed and uid not in deleted}
    return write_entries(context.workflow.design, position_entries(context, boxes))


def _scope_around(context: Context, path: Path) -> str | None:
    """The id of the scope around a state, or around the Parallel of a branch."""
    uid = context.identity.uids.get(path)
    if uid is None:
        owner = context.scope(context.identity.scope_ids[path]).owner
        return context.scope_id(owner) if owner else None
    return context.scope_id(context.identity.states[uid])


def _path(context: Context, id: str) -> Path:
    """The path of the state, or of the branch, `id`."""
    return context.branch(id).path if "/" in id else context.state(id).path


def _order(path: Path) -> list[tuple[int, str]]:
    return [(part, "") if isinstance(part, int) else (0, part) for part in path]
