"""Edits that add whole states to a scope, for pasting and duplicating."""

from __future__ import annotations

from collections.abc import Mapping

from designer.workspace.actions.shared.context import ActionRefused, Context
from designer.workspace.actions.shared.edges import set_start
from designer.workspace.actions.shared.fragment import States
from designer.workspace.actions.shared.insert_position import ensure_states
from designer.workspace.actions.shared.sidecar import position
from schemas.asl.walk import Scope
from schemas.core.edits import Edit, Insert
from schemas.core.paths import Json
from schemas.sidecar.design import Point, is_uid

Entries = dict[str, dict[str, Json]]


def insert_states(scope: Scope, states: States) -> list[Edit]:
    """Add the states to the scope; the first one becomes its start if the scope is empty."""
    edits = ensure_states(scope)
    edits += [Insert((*scope.path, "States", name), fields) for name, fields in states.items()]
    return edits if scope.states else [*edits, *set_start(scope, next(iter(states)))]


def new_entries(context: Context, uids: Mapping[str, str], points: Mapping[str, Point]) -> Entries:
    """The sidecar entries of new states, by uid; `uids` are by the states' names, `points` by uid.

    Raises `ActionRefused` where a uid is taken.
    """
    if any(not is_uid(uid) or uid in context.identity.states for uid in uids.values()):
        raise ActionRefused("action-taken")
    return {uid: {"name": name, "position": position(points[uid])} for name, uid in uids.items()}


def entries_with(context: Context, placed: Entries, inside: Entries) -> Entries:
    """The entries of copies: `placed` ones, and those `inside` a copied state whose uid is valid and free."""
    taken = context.workflow.design.states.keys() | context.identity.states.keys() | placed.keys()
    return placed | {uid: entry for uid, entry in inside.items() if is_uid(uid) and uid not in taken}
