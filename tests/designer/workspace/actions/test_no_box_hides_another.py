"""Random sequences of intents: boxes of a scope overlap only where a person has moved one onto the other."""

from __future__ import annotations

import json
from itertools import combinations, count

from budget import examples
from drawing import chain, rules, task, workflow
from hypothesis import given
from hypothesis import strategies as st

from designer.protocol.canvas import Intent, Place
from designer.workspace.actions import perform
from designer.workspace.actions.add_branch import AddBranch
from designer.workspace.actions.add_note import AddNote
from designer.workspace.actions.add_state import AddState
from designer.workspace.actions.auto_layout import AutoLayout
from designer.workspace.actions.connect import Connect
from designer.workspace.actions.delete import Delete
from designer.workspace.actions.duplicate import Duplicate
from designer.workspace.actions.edit_note import EditNote
from designer.workspace.actions.move_states import MoveStates
from designer.workspace.actions.move_to_scope import MoveToScope
from designer.workspace.actions.paste import Paste
from designer.workspace.actions.rename_state import RenameState
from designer.workspace.actions.wrap import Wrap
from exporters.scene import draw
from exporters.scene.space import Rect, overlap
from schemas.asl.states import transition_kinds
from schemas.core.edits import EditRefused
from schemas.sidecar.annotations import NOTE_WIDTH, note_height, read_annotations
from schemas.sidecar.identity import identify
from schemas.sidecar.workflow import Workflow, new_workflow

TEMPLATES = ["Pass", "Choice", "Parallel", "Map", "Succeed", "lambda:invoke"]
INNER = {"StartAt": "In", "States": chain("In", "Then")}
FLOW = workflow(
    {
        "A": task(Next="Ask", Catch=[{"ErrorEquals": ["States.ALL"], "Next": "Sorry"}]),
        "Ask": {"Type": "Choice", "Choices": rules("Each", "Both"), "Default": "Sorry"},
        "Each": {"Type": "Map", "ItemProcessor": INNER, "Next": "Z"},
        "Both": {"Type": "Parallel", "Branches": [INNER, INNER], "Next": "Z"},
        "Z": {"Type": "Succeed"},
        "Sorry": {"Type": "Fail"},
    }
)
PASTED = json.dumps(
    {"States": {**chain("P", "Q"), "M": {"Type": "Map", "ItemProcessor": INNER, "End": True}}}
)
NEAR = st.integers(-200, 900)


@given(st.data(), st.integers(1, 10))
@examples(25, 400)
def test_from_a_flow(data: st.DataObject, steps: int) -> None:
    _hold_apart(FLOW, data, steps)


@given(st.data(), st.integers(1, 14))
@examples(15, 300)
def test_from_an_empty_workflow(data: st.DataObject, steps: int) -> None:
    _hold_apart(new_workflow("new"), data, steps)


def _hold_apart(flow: Workflow, data: st.DataObject, steps: int) -> None:
    numbers = count()
    for _ in range(steps):
        intent = data.draw(_intents(flow, f"new-{next(numbers)}"))
        before = overlaps(flow)
        try:
            flow = flow.apply(perform(flow, intent)).workflow
        except EditRefused:
            continue
        by_hand = {place.uid for place in intent.places} if isinstance(intent, MoveStates) else set()
        hidden = {pair for pair in overlaps(flow) - before if not pair & by_hand}
        assert not hidden, (intent, hidden)


def overlaps(flow: Workflow) -> set[frozenset[str]]:
    """The boxes that overlap: of one scope, and notes with each other, with states and with containers.

    A note that is wholly in a container stands in its free space.
    """
    boxes = draw(flow).boxes
    found = {
        frozenset((one.id, other.id))
        for one, other in combinations(boxes.values(), 2)
        if one.parent == other.parent and overlap(_rect(one), _rect(other))
    }
    notes = {
        f"note:{uid}": Rect(note.position.x, note.position.y, NOTE_WIDTH, note_height(note.text))
        for uid, note in read_annotations(flow.design).notes.items()
    }
    found |= {
        frozenset((one, other)) for one, other in combinations(notes, 2) if overlap(notes[one], notes[other])
    }
    outermost = {box.id: _rect(box) for box in boxes.values() if box.parent == ""}
    return found | {
        frozenset((note, id))
        for note, place in notes.items()
        for id, rect in outermost.items()
        if overlap(place, rect) and not _is_within(place, rect)
    }


@st.composite
def _intents(draw_: st.DrawFn, flow: Workflow, uid: str) -> Intent:
    """An intent that the canvas may send, at any place."""
    boxes = draw(flow).boxes
    states = {box.id: box.state for box in boxes.values() if box.state}
    scopes = st.sampled_from(["", *identify(flow.document.value, flow.design).scopes])
    where = {"x": NEAR, "y": NEAR}
    new = {"uid": st.just(uid), "name": st.just("S"), "template": st.sampled_from(TEMPLATES), **where}
    options = [
        st.builds(AddState, **new, scope=scopes),
        st.builds(AddNote, uid=st.just(uid), text=st.sampled_from(["", "x" * 200]), **where),
        st.builds(Paste, uid=st.just(uid), text=st.just(PASTED), scope=scopes, **where),
        st.just(AutoLayout()),
    ]
    notes = [f"note:{id}" for id in read_annotations(flow.design).notes]
    if notes:
        options.append(st.builds(EditNote, id=st.sampled_from(notes), text=st.just("あ" * 200)))
    if not states:
        return draw_(st.one_of(options))
    one = st.sampled_from([*states])
    several = st.lists(st.sampled_from([*states, *notes]), min_size=1, max_size=3, unique=True)
    places = st.lists(
        st.builds(Place, uid=one, **where), min_size=1, max_size=3, unique_by=lambda place: place.uid
    )
    scope = boxes[draw_(one)].parent
    beside = st.lists(
        st.sampled_from([id for id in states if boxes[id].parent == scope]),
        min_size=1,
        max_size=3,
        unique=True,
    )
    source = draw_(one)
    kinds = transition_kinds(states[source].type)
    options += [
        st.builds(AddState, **new, after=one),
        st.builds(Paste, uid=st.just(uid), text=st.just(PASTED), after=one, **where),
        st.builds(MoveStates, places=places),
        st.builds(MoveToScope, places=places, scope=scopes),
        st.builds(Duplicate, uid=st.just(uid), states=several),
        st.builds(Delete, states=several),
        st.builds(RenameState, uid=one, name=st.just("長い名前の工程" * 8)),
        st.builds(
            Wrap,
            uid=st.just(uid),
            name=st.just("W"),
            type=st.sampled_from(["Map", "Parallel"]),
            states=beside,
        ),
        st.builds(Connect, edge=st.sampled_from(["next", "choice", "catch"]), source=one, target=one),
        st.builds(AddBranch, uid=one),
        st.builds(AutoLayout, states=beside),
    ]
    edges = [*draw(flow).edges]
    if edges:
        edge = st.sampled_from(edges)
        options += [
            st.builds(AddState, **new, edge=edge),
            st.builds(
                MoveToScope,
                places=st.builds(lambda uid, x, y: [Place(uid=uid, x=x, y=y)], one, NEAR, NEAR),
                scope=st.just(""),
                edge=edge,
            ),
        ]
    if kinds:
        options.append(st.builds(AddState, **new, after=st.just(source), way=st.sampled_from(kinds)))
    return draw_(st.one_of(options))


def _rect(box) -> Rect:
    return Rect(box.x, box.y, box.width, box.height)


def _is_within(one: Rect, other: Rect) -> bool:
    return one.x >= other.x and one.y >= other.y and one.right <= other.right and one.bottom <= other.bottom
