"""States out of an ASL text."""

from __future__ import annotations

from designer.actions.context import Context
from designer.actions.fragment import adopted, read
from designer.actions.insertion import insertion, new_entries
from designer.actions.seat import alone
from designer.actions.sidecar import entries, standing, write
from designer.canvas.protocol import Paste
from exporters.scene import GAP_DOWN, size_when_new
from schemas.design import Point
from schemas.walk import State
from schemas.workflow import Change


def act(context: Context, intent: Paste) -> Change:
    """Add the states one below the other. Raises `ActionRefused` where the text holds none."""
    scope = alone(context, intent.scope).scope
    states = adopted(read(intent.text), scope, {state.name for state in context.graph.states})
    uids = {name: f"{intent.uid}-{number}" for number, name in enumerate(states)}
    points, y = {}, round(intent.y)
    for name, fields in states.items():
        points[uids[name]] = Point(round(intent.x), y)
        y += round(size_when_new(State(name, (), fields, scope)).height) + GAP_DOWN
    said = entries(context, standing(context, intent.scope)) | new_entries(context, uids, points)
    return Change(tuple(insertion(scope, states)), write(context.workflow.design, said))
