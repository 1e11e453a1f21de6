"""Add states, notes and lanes once more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from designer.protocol.canvas import Intent
from designer.workspace.actions.shared.annotations import duplicate_annotations, is_annotation
from designer.workspace.actions.shared.carried import carried
from designer.workspace.actions.shared.context import ActionRefused, Context
from designer.workspace.actions.shared.fragment import adapted_to, copied_states
from designer.workspace.actions.shared.insertion import Entries, entries_with, insert_states, new_entries
from designer.workspace.actions.shared.make_room import free_place, rects_in
from designer.workspace.actions.shared.reconnect import is_inside
from designer.workspace.actions.shared.sidecar import boxes_around, position_entries, write_entries
from exporters.scene import GAP_ACROSS
from exporters.scene.space import Rect
from schemas.asl.walk import State
from schemas.core.edits import Edit
from schemas.sidecar.design import Point
from schemas.sidecar.workflow import Change

ASIDE = 40
"""Pixels from a note or a lane to its copy, to the right and down."""


class Duplicate(Intent):
    """Add the same states once more, each in its scope; their uids are `uid` and "-0", "-1", ..."""

    kind: Literal["duplicate"] = "duplicate"
    uid: str
    states: list[str]


def act(context: Context, intent: Duplicate) -> Change:
    """Add the copies beside their originals. Raises `ActionRefused`."""
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
    names: dict[str, str] = {}
    for scope in {state.scope.path: state.scope for state in originals}.values():
        group = [state for state in originals if state.scope.path == scope.path]
        fields = {state.name: state.fields for state in group}
        copies = adapted_to(fields, scope, taken)
        asl += insert_states(scope, copies)
        numbers = range(len(new), len(new) + len(copies))
        uids = {name: f"{intent.uid}-{number}" for name, number in zip(copies, numbers, strict=True)}
        new |= new_entries(context, uids, dict(zip(uids.values(), _beside(context, group), strict=True)))
        for state, copy in copied_states(fields, copies):
            names[context.identity.uids[(*scope.path, *state.path)]] = copy.name
    scopes = {context.scope_id(state) for state in originals}
    staying = {uid: box for id in sorted(scopes) for uid, box in boxes_around(context, id).items()}
    design = write_entries(
        context.workflow.design, position_entries(context, staying) | _carrying(context, intent, new, names)
    )
    return Change(tuple(asl), (*design, *notes))


def _carrying(context: Context, intent: Duplicate, new: Entries, names: Mapping[str, str]) -> Entries:
    """The `new` entries with what their originals have in the sidecar, and those of the states inside them.

    `names` has the names of the copies by the originals' uids.
    """
    placed = {str(entry["name"]): uid for uid, entry in new.items()}
    inner = (name for name in names.values() if name not in placed)
    by_name = {**placed, **{name: f"{intent.uid}-in-{number}" for number, name in enumerate(inner)}}
    uids = {original: by_name[name] for original, name in names.items()}
    found = {uids[original]: carried(context.workflow.design, original, uids) for original in names}
    inside = {
        by_name[name]: {"name": name, **found[by_name[name]]}
        for name in names.values()
        if name not in placed and found[by_name[name]]
    }
    return entries_with(context, {uid: {**entry, **found[uid]} for uid, entry in new.items()}, inside)


def _beside(context: Context, group: Sequence[State]) -> list[Point]:
    """The places of the copies of states of one scope: right of the originals, where they cover none."""
    scope_id = context.scope_id(group[0])
    taken = rects_in(context, scope_id)
    originals = [taken[context.identity.uids[state.path]] for state in group]
    aside = max(rect.right for rect in originals) - min(rect.x for rect in originals) + GAP_ACROSS
    found: list[Rect] = []
    for rect in originals:
        found.append(free_place(scope_id, rect.at(rect.x + aside, rect.y), [*taken.values(), *found]))
    return [rect.corner for rect in found]
