"""Move states, notes and lanes."""

from __future__ import annotations

from typing import Literal

from designer.protocol.canvas import Intent, Place
from designer.workspace.actions.shared.annotations import change_entry, is_annotation, locate
from designer.workspace.actions.shared.context import Context
from designer.workspace.actions.shared.sidecar import boxes_around, position, position_entries, write_entries
from schemas.sidecar.design import Point
from schemas.sidecar.workflow import Change


class MoveStates(Intent):
    """Move states within their scopes, and notes and lanes."""

    kind: Literal["move-states"] = "move-states"
    places: list[Place]


def act(context: Context, intent: MoveStates) -> Change:
    """Write their positions, and those of the other states of their scopes, which stay."""
    points = {place.uid: Point(round(place.x), round(place.y)) for place in intent.places}
    moved = {id: point for id, point in points.items() if not is_annotation(id)}
    annotations = [
        edit
        for id, point in points.items()
        if id not in moved
        for edit in change_entry(context, locate(context, id), {"position": position(point)})
    ]
    scopes = {context.scope_id(context.state(uid)) for uid in moved}
    staying = {uid: box for scope in sorted(scopes) for uid, box in boxes_around(context, scope).items()}
    states = write_entries(context.workflow.design, position_entries(context, {**staying, **moved}))
    return Change(design=(*states, *annotations))


def by_hand(intent: MoveStates) -> list[str]:
    """The ids of all that is moved."""
    return [place.uid for place in intent.places]
