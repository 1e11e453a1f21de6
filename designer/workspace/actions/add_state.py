"""Add a state: alone, into an edge, after another state, or at the end of a new edge."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from designer.protocol.canvas import EdgeKind, Intent
from designer.workspace.actions.shared.context import ActionRefused, Context
from designer.workspace.actions.shared.insert_position import (
    InsertPosition,
    after,
    alone,
    going_on,
    into,
    room_in,
    way_in,
)
from designer.workspace.actions.shared.make_room import make_room
from designer.workspace.actions.shared.sidecar import entries, position, standing, write
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
    if given, is the state that it follows: the new state takes over that state's Next. `template` names a
    palette entry. `way`, if given, is the kind of an edge that is drawn to the new state: from `after`, or as
    the start of `scope`.
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
    seat = _seat(context, intent)
    fields = new_state(intent.template, seat.scope.language)
    if fields is None:
        raise ActionRefused("action-no-template", template=intent.template)
    taken = {state.name for state in context.graph.states}
    name = unique(clean(intent.name) or str(fields["Type"]), taken)
    insertion = _insertion(seat, name, going_on(fields, seat.onward))
    asl = [*room_in(seat.scope), insertion, *way_in(seat, name)]
    return Change(tuple(asl), _placed(context, intent, seat, State(name, (), fields, seat.scope)))


def _seat(context: Context, intent: AddState) -> InsertPosition:
    if intent.way and intent.after:
        state = context.state(intent.after)
        return InsertPosition(state.scope, state, way=intent.way)
    if intent.edge:
        return into(context, intent.edge)
    if intent.after:
        return after(context, intent.after)
    return replace(alone(context, intent.scope), way=intent.way)


def _insertion(seat: InsertPosition, name: str, fields: dict[str, Json]) -> Insert:
    """The state stands in the text after the one that it follows, else last."""
    names = list(seat.scope.states)
    following = names[names.index(seat.behind.name) + 1 :] if seat.behind else []
    if seat.arrow and not seat.behind:
        following = names
    return Insert((*seat.scope.path, "States", name), fields, before=following[0] if following else None)


def _placed(context: Context, intent: AddState, seat: InsertPosition, state: State) -> tuple[Edit, ...]:
    """Say where the new state stands, and that all others of its scope stay, or make room."""
    boxes = standing(context, context.identity.scope_ids.get(seat.scope.path, intent.scope))
    behind = boxes[context.identity.uids[seat.behind.path]] if seat.behind else None
    wanted = Point(round(intent.x), round(intent.y))
    size = initial_size(state)
    point, others = make_room(boxes, wanted, size, behind) if seat.is_between else (wanted, boxes)
    new: dict[str, Json] = {"name": state.name, "position": position(point)}
    return write(context.workflow.design, {**entries(context, others), intent.uid: new})
