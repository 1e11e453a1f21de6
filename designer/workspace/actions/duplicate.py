"""Add states, notes and lanes once more."""

from __future__ import annotations

from typing import Literal

from designer.protocol.canvas import Intent
from designer.workspace.actions.shared.annotations import duplicate_annotations, is_annotation
from designer.workspace.actions.shared.context import ActionRefused, Context
from designer.workspace.actions.shared.fragment import adapted_to
from designer.workspace.actions.shared.insertion import Entries, insert_states, new_entries
from designer.workspace.actions.shared.reconnect import is_inside
from designer.workspace.actions.shared.sidecar import boxes_in, position_entries, write_entries
from schemas.asl.walk import State
from schemas.core.edits import Edit
from schemas.sidecar.design import Point
from schemas.sidecar.workflow import Change

ASIDE = 40
"""Pixels from an original to its copy, to the right and down."""


class Duplicate(Intent):
    """Add the same states once more, each in its scope; their uids are `uid` and "-0", "-1", ..."""

    kind: Literal["duplicate"] = "duplicate"
    uid: str
    states: list[str]


def act(context: Context, intent: Duplicate) -> Change:
    """Add the copies, each a little to the right of its original and below. Raises `ActionRefused`."""
    notes = duplicate_annotations(context, filter(is_annotation, intent.states), intent.uid, ASIDE)
    chosen = {context.state(uid).path: uid for uid in intent.states if not is_annotation(uid)}
    originals = [
        context.identity.states[uid] for path, uid in chosen.items() if not is_inside(path[:-1], chosen)
    ]
    if not originals and not notes:
        raise ActionRefused("action-gone")
    taken = {state.name for state in context.graph.states}
    asl: list[Edit] = []
    new: Entries = {}
    for scope in {state.scope.path: state.scope for state in originals}.values():
        group = [state for state in originals if state.scope.path == scope.path]
        copies = adapted_to({state.name: state.fields for state in group}, scope, taken)
        asl += insert_states(scope, copies)
        numbers = range(len(new), len(new) + len(copies))
        uids = {name: f"{intent.uid}-{number}" for name, number in zip(copies, numbers, strict=True)}
        points = {uid: _aside(context, state) for uid, state in zip(uids.values(), group, strict=True)}
        new |= new_entries(context, uids, points)
    scopes = {context.scope_id(state) for state in originals}
    staying = {uid: box for id in sorted(scopes) for uid, box in boxes_in(context, id).items()}
    design = write_entries(context.workflow.design, position_entries(context, staying) | new)
    return Change(tuple(asl), (*design, *notes))


def _aside(context: Context, state: State) -> Point:
    box = context.scene.boxes[context.identity.uids[state.path]]
    return Point(box.x + ASIDE, box.y + ASIDE)
