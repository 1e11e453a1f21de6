"""Move states from their scope to another one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from designer.protocol.canvas import Intent, Place
from designer.workspace.actions.shared.context import ActionRefused, Context
from designer.workspace.actions.shared.edges import add_edge, remove_edges
from designer.workspace.actions.shared.insert_position import (
    InsertPosition,
    connect_to,
    ensure_states,
    insert_position,
)
from designer.workspace.actions.shared.make_room import Positions, free_place, place_at, rects_in
from designer.workspace.actions.shared.reconnect import is_inside, reconnect_around
from designer.workspace.actions.shared.sidecar import boxes_around, position_entries, write_entries
from exporters.scene import Size
from exporters.scene.space import Rect
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
    """Move the states with their text.

    Raises `ActionRefused` where one would be moved into itself, or its name is taken in the scope.
    """
    edge, after = (intent.edge, intent.after) if len(intent.places) == 1 else (None, None)
    at = insert_position(context, edge, after, intent.scope)
    moved = {place.uid: context.state(place.uid) for place in intent.places}
    roots = {state.path for state in moved.values()}
    if is_inside(at.scope.path, roots):
        raise ActionRefused("action-into-itself")
    leaving = {
        uid: state
        for uid, state in moved.items()
        if state.scope.path != at.scope.path and not is_inside(state.path[:-1], roots)
    }
    for state in leaving.values():
        if state.name in at.scope.states:
            raise ActionRefused("edit-name-taken", name=state.name)
    edits = _edits(context, at, list(leaving.values()))
    return Change(tuple(edits), _placed(context, intent, at, leaving))


def _edits(context: Context, at: InsertPosition, leaving: list[State]) -> list[Edit]:
    if not leaving:
        return []
    paths = [state.path for state in leaving]
    removed: dict[Path, Edge] = {}
    reconnected = reconnect_around(context, paths, paths, removed)
    onward: list[Edit] = []
    for state in leaving:
        kinds = transition_kinds(state.type)[:1] if at.successor else ()
        onward += [edit for kind in kinds for edit in add_edge(state, kind, at.successor or "")]
        out = (edge for edge in context.graph.leaving(state.path) if edge.kind not in kinds)
        removed |= {edge.path: edge for edge in out if edge.target and edge.target.path not in paths}
    moves = [Move(state.path, (*at.scope.path, "States", state.name)) for state in leaving]
    entry = connect_to(at, leaving[0].name)
    return [*reconnected, *remove_edges(removed.values()), *onward, *ensure_states(at.scope), *moves, *entry]


def _placed(
    context: Context, intent: MoveToScope, at: InsertPosition, leaving: dict[str, State]
) -> tuple[Edit, ...]:
    """Write the positions of the states, and of those in both scopes, which stay or make room."""
    target = context.identity.scope_ids.get(at.scope.path, intent.scope)
    wanted = {
        place.uid: Point(round(place.x), round(place.y))
        for place in intent.places
        if place.uid in leaving or context.scope_id(context.state(place.uid)) == target
    }
    points: Positions = {}
    others: Positions = dict(boxes_around(context, target))
    if at.is_between and len(leaving) == 1:
        (uid,) = leaving
        points[uid], others = place_at(context, at, target, wanted[uid], _size(context, uid))
    else:
        points |= _free(context, target, wanted)
    left = {context.scope_id(state) for state in leaving.values()}
    staying = {uid: box for scope in sorted(left) for uid, box in boxes_around(context, scope).items()}
    entries = position_entries(context, {**staying, **others, **points})
    for uid in leaving:
        entries[uid] |= _scope_field(entries[uid], target)
    return write_entries(context.workflow.design, entries)


def _free(context: Context, target: str, wanted: Mapping[str, Point]) -> dict[str, Point]:
    """The places of the moved states: those wanted, or the nearest ones where they cover no other."""
    taken = [rect for uid, rect in rects_in(context, target).items() if uid not in wanted]
    found: dict[str, Point] = {}
    for uid in sorted(wanted, key=lambda uid: (wanted[uid].y, wanted[uid].x)):
        point, size = wanted[uid], _size(context, uid)
        rect = free_place(target, Rect(point.x, point.y, size.width, size.height), taken)
        taken.append(rect)
        found[uid] = rect.corner
    return found


def _size(context: Context, uid: str) -> Size:
    box = context.scene.boxes[uid]
    return Size(box.width, box.height)


def _scope_field(entry: dict[str, Json], scope: str) -> dict[str, Json]:
    return {"scope": scope} if "scope" in entry else {}
