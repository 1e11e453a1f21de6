"""States at other places."""

from __future__ import annotations

from designer.actions.context import Context
from designer.actions.sidecar import entries, standing, write
from designer.canvas.protocol import MoveStates
from schemas.design import Point
from schemas.workflow import Change


def act(context: Context, intent: MoveStates) -> Change:
    """Say in the sidecar where the states stand, and that those beside them stay where they are."""
    moved = {place.uid: Point(round(place.x), round(place.y)) for place in intent.places}
    scopes = {context.scope_id(context.state(uid)) for uid in moved}
    staying = {uid: box for scope in sorted(scopes) for uid, box in standing(context, scope).items()}
    return Change(design=write(context.workflow.design, entries(context, {**staying, **moved})))
