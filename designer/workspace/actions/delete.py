"""Delete states, edges, notes and lanes; A -> B -> C becomes A -> C."""

from __future__ import annotations

from typing import Literal

from designer.protocol.canvas import Intent
from designer.workspace.actions.shared.annotations import is_annotation, removed
from designer.workspace.actions.shared.arrows import erase
from designer.workspace.actions.shared.context import Context
from designer.workspace.actions.shared.reconnect import heal, is_inside
from designer.workspace.actions.shared.sidecar import forget
from schemas.core.edits import Remove
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
    """Delete arrows, states and a Parallel's branches with all that is in them, notes and lanes.

    What led to a deleted state leads on to where that state's Next (a Choice's Default) led; where that was
    nowhere, or back, the arrow goes too.
    """
    named = {_path(context, id) for id in intent.states if not is_annotation(id)}
    uids = {path: uid for path, uid in context.identity.uids.items() if is_inside(path, named)}
    erased = {edge.path: edge for edge in map(context.edge, intent.edges) if not is_inside(edge.path, named)}
    healed = heal(context, uids, named, erased)
    gone = [
        Remove(path) for path in sorted(named, key=_order, reverse=True) if not is_inside(path[:-1], named)
    ]
    beside = removed(context, filter(is_annotation, intent.states))
    return Change(
        (*healed, *erase(erased.values()), *gone),
        (*forget(context.workflow.design, uids.values()), *beside),
    )


def _path(context: Context, id: str) -> Path:
    """The path of the state, or of the branch, `id`."""
    return context.branch(id).path if "/" in id else context.state(id).path


def _order(path: Path) -> list[tuple[int, str]]:
    return [(part, "") if isinstance(part, int) else (0, part) for part in path]
