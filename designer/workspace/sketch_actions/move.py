"""Move cards and lanes."""

from __future__ import annotations

from designer.workspace.actions.move_states import MoveStates
from designer.workspace.sketch_actions.shared.context import SketchContext
from schemas.sidecar.design import Point
from schemas.sidecar.workflow import Change


def act(context: SketchContext, intent: MoveStates) -> Change:
    """Write their places. Raises `ActionRefused` for what is gone."""
    return context.change(context.moved({place.uid: Point(place.x, place.y) for place in intent.places}))
