"""Add a state: alone, into an edge, after another state, or at the end of a new edge."""

from __future__ import annotations

from typing import Literal

from designer.protocol.canvas import EdgeKind, Intent
from designer.workspace.actions.shared.context import ActionRefused, Context
from designer.workspace.actions.shared.insert_position import (
    InsertPosition,
    connect_to,
    ensure_states,
    insert_position,
    with_successor,
)
from designer.workspace.actions.shared.make_room import place_at
from designer.workspace.actions.shared.parameters import with_own_parameters
from designer.workspace.actions.shared.sidecar import position, position_entries, write_entries
from exporters.scene import initial_size
from schemas.asl.names import clean, unique
from schemas.asl.states import new_state
from schemas.asl.walk import State
from schemas.core.edits import Edit, Insert
from schemas.core.paths import Json
from schemas.sidecar.design import Point, is_uid
from schemas.sidecar.workflow import Change


class AddState(Intent):
    """Add a state from the palette. The canvas chooses uid and name; Python may answer with another name.

    `scope` is the scope that it is dropped into. `edge`, if given, is the edge that it is put into. `after`,
    if given, is the state that it follows: the new state takes over that state's Next, or is the target of
    one more rule of a Choice. `template` names a palette entry. `way`, if given, is the kind of an edge that
    is drawn to the new state: from `after`, or as the start of `scope`.
    """

    kind: Literal["add-state"] = "add-state"
    uid: str
    name: str
    template: str
    scope: str = ""
    x: float
    y: float
    edge: str | None = None
    after: str | None = None
    way: EdgeKind | None = None


def act(context: Context, intent: AddState) -> Change:
    """Add the state; its name is made unique. The first state of a scope becomes its start."""
    if not is_uid(intent.uid) or intent.uid in context.identity.states:
        raise ActionRefused("action-taken")
    at = insert_position(context, intent.edge, intent.after, intent.scope, intent.way)
    fields = new_state(intent.template, at.scope.language)
    if fields is None:
        raise ActionRefused("action-no-template", template=intent.template)
    taken = {state.name for state in context.graph.states}
    name = unique(clean(intent.name) or str(fields["Type"]), taken)
    fields = with_own_parameters(context, name, fields)
    insertion = _insertion(at, name, with_successor(fields, at.successor))
    asl = [*ensure_states(at.scope), insertion, *connect_to(at, name)]
    return Change(tuple(asl), _placed(context, intent, at, State(name, (), fields, at.scope)))


def _insertion(at: InsertPosition, name: str, fields: dict[str, Json]) -> Insert:
    """Insert the state into the text behind its predecessor, else as the last one."""
    names = list(at.scope.states)
    following = names[names.index(at.predecessor.name) + 1 :] if at.predecessor else []
    if at.edge and not at.predecessor:
        following = names
    return Insert((*at.scope.path, "States", name), fields, before=following[0] if following else None)


def _placed(context: Context, intent: AddState, at: InsertPosition, state: State) -> tuple[Edit, ...]:
    """Write the position of the new state, and of all others of its scope, which stay or make room."""
    scope_id = context.identity.scope_ids.get(at.scope.path, intent.scope)
    wanted = Point(round(intent.x), round(intent.y))
    point, others = place_at(context, at, scope_id, wanted, initial_size(state))
    new: dict[str, Json] = {"name": state.name, "position": position(point)}
    return write_entries(context.workflow.design, {**position_entries(context, others), intent.uid: new})
