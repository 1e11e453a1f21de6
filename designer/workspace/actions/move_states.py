"""Move states, notes and lanes."""

from __future__ import annotations

from typing import Literal

from designer.protocol.canvas import Intent, Place
from designer.workspace.actions.shared.annotations import changed, is_annotation, located
from designer.workspace.actions.shared.context import Context
from designer.workspace.actions.shared.sidecar import entries, position, standing, write
from schemas.sidecar.design import Point
from schemas.sidecar.workflow import Change


class MoveStates(Intent):
    """Move states within their scopes, and notes and lanes."""

    kind: Literal["move-states"] = "move-states"
    places: list[Place]


def act(context: Context, intent: MoveStates) -> Change:
    """Say in the sidecar where they stand now, and that those beside them stay where they are."""
    points = {place.uid: Point(round(place.x), round(place.y)) for place in intent.places}
    moved = {id: point for id, point in points.items() if not is_annotation(id)}
    beside = [
        edit
        for id, point in points.items()
        if id not in moved
        for edit in changed(context, located(context, id), {"position": position(point)})
    ]
    scopes = {context.scope_id(context.state(uid)) for uid in moved}
    staying = {uid: box for scope in sorted(scopes) for uid, box in standing(context, scope).items()}
    said = write(context.workflow.design, entries(context, {**staying, **moved}))
    return Change(design=(*said, *beside))
