"""Add states, notes and lanes once more."""

from __future__ import annotations

from typing import Literal

from designer.protocol.canvas import Intent
from designer.workspace.actions.shared.annotations import again, is_annotation
from designer.workspace.actions.shared.context import ActionRefused, Context
from designer.workspace.actions.shared.fragment import adopted
from designer.workspace.actions.shared.insertion import Entries, insertion, new_entries
from designer.workspace.actions.shared.reconnect import is_inside
from designer.workspace.actions.shared.sidecar import entries, standing, write
from schemas.asl.walk import State
from schemas.core.edits import Edit
from schemas.sidecar.design import Point
from schemas.sidecar.workflow import Change

ASIDE = 40


class Duplicate(Intent):
    """Add the same states once more, each in its scope; their uids are `uid` and "-0", "-1", ..."""

    kind: Literal["duplicate"] = "duplicate"
    uid: str
    states: list[str]


def act(context: Context, intent: Duplicate) -> Change:
    """Add them again, each beside the one that it is like. Raises `ActionRefused`."""
    notes = again(context, filter(is_annotation, intent.states), intent.uid, ASIDE)
    chosen = {context.state(uid).path: uid for uid in intent.states if not is_annotation(uid)}
    originals = [
        context.identity.states[uid] for path, uid in chosen.items() if not is_inside(path[:-1], chosen)
    ]
    if not originals and not notes:
        raise ActionRefused("action-gone")
    taken = {state.name for state in context.graph.states}
    asl: list[Edit] = []
    said: Entries = {}
    for scope in {state.scope.path: state.scope for state in originals}.values():
        group = [state for state in originals if state.scope.path == scope.path]
        copies = adopted({state.name: state.fields for state in group}, scope, taken)
        asl += insertion(scope, copies)
        numbers = range(len(said), len(said) + len(copies))
        uids = {name: f"{intent.uid}-{number}" for name, number in zip(copies, numbers, strict=True)}
        beside = {uid: _beside(context, state) for uid, state in zip(uids.values(), group, strict=True)}
        said |= new_entries(context, uids, beside)
    scopes = {context.scope_id(state) for state in originals}
    staying = {uid: box for id in sorted(scopes) for uid, box in standing(context, id).items()}
    design = write(context.workflow.design, entries(context, staying) | said)
    return Change(tuple(asl), (*design, *notes))


def _beside(context: Context, state: State) -> Point:
    box = context.scene.boxes[context.identity.uids[state.path]]
    return Point(box.x + ASIDE, box.y + ASIDE)
