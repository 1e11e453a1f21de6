"""A new state: alone, into an arrow, or after another state."""

from __future__ import annotations

from dataclasses import dataclass

from designer.actions.arrows import lead, start
from designer.actions.context import ActionRefused, Context
from designer.actions.room import make_room
from designer.actions.sidecar import entries, position, standing, write
from designer.canvas.protocol import AddState
from exporters.scene import size_when_new
from schemas.design import Point, is_uid
from schemas.edits import Edit, Insert, Set
from schemas.graph import Edge
from schemas.names import clean, unique
from schemas.paths import Json
from schemas.states import new_state, ways_out
from schemas.states.map import processor
from schemas.walk import Scope, State
from schemas.workflow import Change


@dataclass(frozen=True, slots=True)
class Seat:
    """Where a new state goes: behind a state, into an arrow that leads on, or as the first of its scope."""

    scope: Scope
    behind: State | None = None
    arrow: Edge | None = None


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
    onward = seat.arrow.name if seat.arrow and seat.arrow.target else None
    asl = [*_room_in(seat.scope), _insertion(seat, name, _going_on(fields, onward)), *_way_in(seat, name)]
    return Change(tuple(asl), _placed(context, intent, seat, State(name, (), fields, seat.scope)))


def _seat(context: Context, intent: AddState) -> Seat:
    if intent.edge:
        edge = context.edge(intent.edge)
        if isinstance(edge.source, Scope):
            return Seat(edge.source, arrow=edge)
        return Seat(edge.source.scope, edge.source, edge)
    if intent.after:
        state = context.state(intent.after)
        way = next(iter(ways_out(state.type)), None)
        leaving = (edge for edge in context.graph.leaving(state.path) if edge.kind == way)
        return Seat(state.scope, state, next(leaving, None))
    return Seat(_scope(context, intent.scope))


def _scope(context: Context, id: str) -> Scope:
    """The scope `id`; of a Map that has no processor yet, the one it is going to get."""
    state = context.identity.states.get(id)
    if state is None or state.type != "Map" or id in context.identity.scopes:
        return context.scope(id)
    return Scope((*state.path, "ItemProcessor"), {}, state.scope.language, state)


def _room_in(scope: Scope) -> list[Edit]:
    """Give the scope an object to put states into where it has none."""
    if isinstance(scope.fields.get("States"), dict):
        return []
    if scope.owner and scope.owner.type == "Map" and not scope.fields:
        return [Set(scope.path, processor())]
    return [Set((*scope.path, "States"), {})]


def _insertion(seat: Seat, name: str, fields: dict[str, Json]) -> Insert:
    """The state stands in the text after the one that it follows, else last."""
    names = list(seat.scope.states)
    following = names[names.index(seat.behind.name) + 1 :] if seat.behind else []
    if seat.arrow and not seat.behind:
        following = names
    return Insert((*seat.scope.path, "States", name), fields, before=following[0] if following else None)


def _going_on(fields: dict[str, Json], target: str | None) -> dict[str, Json]:
    """The fields of a state that leads on to `target`."""
    ways = ways_out(str(fields["Type"]))
    if target is None or not ways:
        return fields
    if ways[0] == "default":
        return {**fields, "Default": target}
    return {
        "Next" if key == "End" else key: target if key == "End" else value for key, value in fields.items()
    }


def _way_in(seat: Seat, name: str) -> list[Edit]:
    if seat.arrow:
        return [Set(seat.arrow.path, name)]
    if seat.behind:
        ways = ways_out(seat.behind.type)
        return lead(seat.behind, ways[0], name) if ways else []
    return [] if seat.scope.states else start(seat.scope, name)


def _placed(context: Context, intent: AddState, seat: Seat, state: State) -> tuple[Edit, ...]:
    """Say where the new state stands, and that all others of its scope stay, or make room."""
    boxes = standing(context, context.identity.scope_ids.get(seat.scope.path, intent.scope))
    behind = boxes[context.identity.uids[seat.behind.path]] if seat.behind else None
    wanted = Point(round(intent.x), round(intent.y))
    makes_way = seat.behind is not None or seat.arrow is not None
    point, others = make_room(boxes, wanted, size_when_new(state), behind) if makes_way else (wanted, boxes)
    new: dict[str, Json] = {"name": state.name, "position": position(point)}
    return write(context.workflow.design, {**entries(context, others), intent.uid: new})
