"""Changes of panels and of the text: what a card or a container grows over moves off it."""

from __future__ import annotations

import pytest

from designer.protocol.canvas import Place
from designer.workspace.actions import perform
from designer.workspace.actions.add_note import AddNote
from designer.workspace.actions.move_states import MoveStates
from designer.workspace.keep_apart import keep_apart
from exporters.scene import draw
from exporters.scene.space import Rect, overlap
from schemas import Document
from schemas.core.edits import Set
from schemas.core.paths import Json
from schemas.sidecar.annotations import read_annotations
from schemas.sidecar.identity import identify
from schemas.sidecar.workflow import Change, Workflow

TEXT = """{"StartAt": "A", "States": {
  "A": {"Type": "Choice", "Choices": [], "Default": "B"},
  "B": {"Type": "Succeed"}, "C": {"Type": "Succeed"}, "D": {"Type": "Fail"}}}"""
PASS = {"Type": "Pass", "End": True}
ASK: Json = {"Type": "Choice", "Choices": []}
EACH = {"Type": "Map", "ItemProcessor": {"StartAt": "In", "States": {"In": PASS}}, "End": True}


@pytest.fixture
def flow() -> Workflow:
    """B and C side by side and close, D right below B, and a note right of C."""
    flow = Workflow("w", Document.parse(TEXT))
    states = identify(flow.document.value, flow.design).states
    corners = {"A": (0, 56), "B": (0, 200), "C": (180, 200), "D": (0, 260)}
    places = [
        Place(uid=uid, x=corners[state.name][0], y=corners[state.name][1]) for uid, state in states.items()
    ]
    flow = flow.apply(perform(flow, MoveStates(places=places))).workflow
    return flow.apply(perform(flow, AddNote(uid="n", x=360, y=200))).workflow


@pytest.mark.parametrize(
    "new", [PASS, {"Type": "Choice", "Choices": []}, EACH], ids=["Pass", "Choice", "Map"]
)
@pytest.mark.parametrize("name", ["B", "C", "D"])
def test_a_state_that_becomes_another_hides_none(flow: Workflow, name: str, new: Json) -> None:
    change = keep_apart(flow, Change((Set(("States", name), new),)))
    after = flow.apply(change).workflow
    boxes = [box for box in draw(after).boxes.values() if box.parent == ""]
    note = read_annotations(after.design).notes["n"].position
    rects = [Rect(box.x, box.y, box.width, box.height) for box in boxes] + [Rect(note.x, note.y, 200, 88)]
    assert not [(one, other) for at, one in enumerate(rects) for other in rects[:at] if overlap(one, other)]


def test_what_is_not_covered_stays(flow: Workflow) -> None:
    before = draw(flow).boxes
    after = draw(flow.apply(keep_apart(flow, Change((Set(("States", "C"), PASS),)))).workflow).boxes
    stay = {box.id for box in before.values() if box.state and box.state.name != "C"}
    assert all((after[id].x, after[id].y) == (before[id].x, before[id].y) for id in stay)


def test_a_change_that_moves_nothing_is_left_as_it_is(flow: Workflow) -> None:
    change = Change((Set(("States", "D", "Error"), "Late"),))
    assert keep_apart(flow, change) == change
