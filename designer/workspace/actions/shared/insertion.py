"""States that are added to a scope as they are."""

from __future__ import annotations

from collections.abc import Mapping

from designer.workspace.actions.shared.arrows import start
from designer.workspace.actions.shared.context import ActionRefused, Context
from designer.workspace.actions.shared.fragment import States
from designer.workspace.actions.shared.insert_position import room_in
from designer.workspace.actions.shared.sidecar import position
from schemas.asl.walk import Scope
from schemas.core.edits import Edit, Insert
from schemas.core.paths import Json
from schemas.sidecar.design import Point, is_uid

Entries = dict[str, dict[str, Json]]


def insertion(scope: Scope, states: States) -> list[Edit]:
    """Add the states to the scope, the first one as its start where it has none."""
    edits = room_in(scope)
    edits += [Insert((*scope.path, "States", name), fields) for name, fields in states.items()]
    return edits if scope.states else [*edits, *start(scope, next(iter(states)))]


def new_entries(context: Context, uids: Mapping[str, str], points: Mapping[str, Point]) -> Entries:
    """What the sidecar says of new states: `uids` by their names, `points` by their uids."""
    if any(not is_uid(uid) or uid in context.identity.states for uid in uids.values()):
        raise ActionRefused("action-taken")
    return {uid: {"name": name, "position": position(points[uid])} for name, uid in uids.items()}
