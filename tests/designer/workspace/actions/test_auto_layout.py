"""Automatic layout: of all states, or of selected ones relative to each other."""

from __future__ import annotations

from drawing import chain, done, uid, workflow

from designer.protocol.canvas import Place
from designer.workspace.actions.auto_layout import AutoLayout
from designer.workspace.actions.move_states import MoveStates
from designer.workspace.actions.shared.context import Context
from schemas.sidecar.workflow import Workflow


def place(flow: Workflow, name: str) -> tuple[float, float]:
    box = Context(flow).scene.boxes[uid(flow, name)]
    return box.x, box.y


def scattered() -> Workflow:
    flow = workflow(chain("A", "B", "C"))
    places = [Place(uid=uid(flow, name), x=x, y=y) for name, x, y in [("A", 900, 50), ("B", 40, 700)]]
    return done(flow, MoveStates(places=places))


def test_all() -> None:
    flow = done(scattered(), AutoLayout())
    (a, top), (b, middle), (c, bottom) = place(flow, "A"), place(flow, "B"), place(flow, "C")
    assert a == b == c and top < middle < bottom


def test_some_among_each_other_and_the_others_stay() -> None:
    before = scattered()
    after = done(before, AutoLayout(states=[uid(before, "A"), uid(before, "B")]))
    assert place(after, "A") == (40, 50)
    assert place(after, "B")[0] == 40 and place(after, "B")[1] > 50
    assert place(after, "C") == place(before, "C")
