"""Move states from their scope to another one."""

from __future__ import annotations

from typing import Literal

from designer.protocol.canvas import Intent, Place
from designer.workspace.actions.shared.arrows import erase, lead
from designer.workspace.actions.shared.context import ActionRefused, Context
from designer.workspace.actions.shared.insert_position import (
    InsertPosition,
    after,
    alone,
    into,
    room_in,
    way_in,
)
from designer.workspace.actions.shared.make_room import make_room
from designer.workspace.actions.shared.reconnect import heal, is_inside
from designer.workspace.actions.shared.sidecar import entries, standing, write
from exporters.scene import Size
from schemas.asl.graph import Edge
from schemas.asl.states import transition_kinds
from schemas.asl.walk import State
from schemas.core.edits import Edit, Move
from schemas.core.paths import Json, Path
from schemas.sidecar.design import Point
from schemas.sidecar.workflow import Change


class MoveToScope(Intent):
    """Move states to `scope`; the scope that they leave is reconnected as by `Delete`.

    Edges among them stay. A single state can be put into the edge `edge`, or behind the state `after`.
    """

    kind: Literal["move-to-scope"] = "move-to-scope"
    places: list[Place]
    scope: str
    edge: str | None = None
    after: str | None = None


def act(context: Context, intent: MoveToScope) -> Change:
    """Move the states with their text. Raises `ActionRefused` where one would go into itself, or bears the
    name of one that is there."""
    seat = _seat(context, intent)
    moved = {place.uid: context.state(place.uid) for place in intent.places}
    roots = {state.path for state in moved.values()}
    if is_inside(seat.scope.path, roots):
        raise ActionRefused("action-into-itself")
    leaving = {
        uid: state
        for uid, state in moved.items()
        if state.scope.path != seat.scope.path and not is_inside(state.path[:-1], roots)
    }
    for state in leaving.values():
        if state.name in seat.scope.states:
            raise ActionRefused("edit-name-taken", name=state.name)
    edits = _edits(context, seat, list(leaving.values()))
    return Change(tuple(edits), _placed(context, intent, seat, leaving))


def _seat(context: Context, intent: MoveToScope) -> InsertPosition:
    is_single = len(intent.places) == 1
    if is_single and intent.edge:
        return into(context, intent.edge)
    if is_single and intent.after:
        return after(context, intent.after)
    return alone(context, intent.scope)


def _edits(context: Context, seat: InsertPosition, leaving: list[State]) -> list[Edit]:
    if not leaving:
        return []
    paths = [state.path for state in leaving]
    erased: dict[Path, Edge] = {}
    healed = heal(context, paths, paths, erased)
    onward: list[Edit] = []
    for state in leaving:
        ways = transition_kinds(state.type)[:1] if seat.onward else ()
        onward += [edit for way in ways for edit in lead(state, way, seat.onward or "")]
        out = (edge for edge in context.graph.leaving(state.path) if edge.kind not in ways)
        erased |= {edge.path: edge for edge in out if edge.target and edge.target.path not in paths}
    moves = [Move(state.path, (*seat.scope.path, "States", state.name)) for state in leaving]
    entry = way_in(seat, leaving[0].name)
    return [*healed, *erase(erased.values()), *onward, *room_in(seat.scope), *moves, *entry]


def _placed(
    context: Context, intent: MoveToScope, seat: InsertPosition, leaving: dict[str, State]
) -> tuple[Edit, ...]:
    """Say where the states stand, and that those that they leave, or come to, stay or make room."""
    points = {place.uid: Point(round(place.x), round(place.y)) for place in intent.places}
    target = context.identity.scope_ids.get(seat.scope.path, intent.scope)
    boxes = standing(context, target)
    if seat.is_between:
        (uid,) = points
        behind = boxes[context.identity.uids[seat.behind.path]] if seat.behind else None
        points[uid], others = make_room(boxes, points[uid], _size(context, uid), behind)
    else:
        others = {uid: Point(box.x, box.y) for uid, box in boxes.items()}
    left = {context.scope_id(state) for state in leaving.values()}
    staying = {uid: box for scope in sorted(left) for uid, box in standing(context, scope).items()}
    said = entries(context, {**staying, **others, **points})
    for uid in leaving:
        said[uid] |= _whereabouts(said[uid], target)
    return write(context.workflow.design, said)


def _size(context: Context, uid: str) -> Size:
    box = context.scene.boxes[uid]
    return Size(box.width, box.height)


def _whereabouts(entry: dict[str, Json], scope: str) -> dict[str, Json]:
    return {"scope": scope} if "scope" in entry else {}
