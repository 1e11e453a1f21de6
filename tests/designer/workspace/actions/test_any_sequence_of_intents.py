"""Random sequences of intents: the texts parse, the edges match the model, undo restores every byte."""

from __future__ import annotations

from collections import Counter
from itertools import count

import pytest
from budget import examples
from corpus import definitions, needs_corpus
from hypothesis import assume, given
from hypothesis import strategies as st
from model import WAYS, Arrow, Model

from designer.protocol.canvas import Place
from designer.workspace.actions import ActionRefused, perform
from designer.workspace.actions.add_branch import AddBranch
from designer.workspace.actions.add_lane import AddLane
from designer.workspace.actions.add_note import AddNote
from designer.workspace.actions.add_state import AddState
from designer.workspace.actions.auto_layout import AutoLayout
from designer.workspace.actions.connect import Connect
from designer.workspace.actions.delete import Delete
from designer.workspace.actions.duplicate import Duplicate
from designer.workspace.actions.edit_note import EditNote
from designer.workspace.actions.move_states import MoveStates
from designer.workspace.actions.move_to_scope import MoveToScope
from designer.workspace.actions.name_for_business import NameForBusiness
from designer.workspace.actions.reconnect import Reconnect
from designer.workspace.actions.rename_lane import RenameLane
from designer.workspace.actions.rename_state import RenameState
from designer.workspace.actions.resize_lane import ResizeLane
from schemas import Document
from schemas.asl.graph import graph
from schemas.sidecar.annotations import read_annotations
from schemas.sidecar.identity import identify
from schemas.sidecar.workflow import Workflow, new_workflow

TYPES = [*WAYS, "Succeed", "Fail"]
TEMPLATES = ["Pass", "Choice", "Parallel", "Map", "Wait", "Succeed", "Fail", "lambda:invoke", "sns:publish"]
NAMES = st.text(st.characters(codec="utf-8"), max_size=90) | st.sampled_from(["受注", "A", "A 2", "States"])
PLACES = st.floats(-500, 5_000)
KINDS = ["next", "choice", "default", "catch", "start"]

thorough = examples(15, 300)


@given(st.data(), st.integers(1, 14))
@thorough
def test_from_an_empty_workflow(data, steps):
    _hold_against_the_model(new_workflow("new"), data, steps)


HAND_WRITTEN = """\
# the shop
StartAt: A   # begin here
States:
  A: {Type: Pass, Next: B}  # first
  # then
  B:
    Type: Choice
    Choices:
      # rich
      - {Variable: $.x, NumericGreaterThan: 1, Next: C}
      - Variable: $.y
        IsPresent: true
        Next: A
    Default: C
  C:
    Type: Task
    Resource: >-
      arn:aws:states:::sns:publish
    Catch: [{ErrorEquals: [States.ALL], Next: D}]
    End: true
  'D':
    Type: Fail
"""


@given(st.data(), st.integers(1, 8))
@thorough
def test_from_a_definition_written_by_hand_in_yaml(data, steps):
    _hold_against_the_model(Workflow("yaml", Document.parse(HAND_WRITTEN, "yaml")), data, steps)


@needs_corpus
@given(st.data(), st.integers(1, 6))
@thorough
def test_from_a_real_definition(data, steps):
    path = data.draw(st.sampled_from(definitions()))
    workflow = Workflow(path.stem, Document.parse(path.read_text("utf-8")))
    assume(_is_sound(workflow))
    _hold_against_the_model(workflow, data, steps)


def _is_sound(workflow):
    """True if the model covers the definition: all types are known, and all edges have a target."""
    if not isinstance(workflow.document.value, dict):
        return False
    found = graph(workflow.document.value)
    return all(state.type in TYPES for state in found.states) and all(edge.target for edge in found.edges)


def _hold_against_the_model(workflow, data, steps):
    model = Model.of(workflow)
    numbers = count()
    for _ in range(steps):
        intent, arrow = data.draw(_intents(workflow, model, f"new-{next(numbers)}"))
        allowed = model.perform(intent, arrow)
        workflow = _performed(workflow, intent, allowed)
        assert Model.of(workflow).same_as(model), intent


def _performed(workflow, intent, allowed):
    if not allowed:
        with pytest.raises(ActionRefused):
            perform(workflow, intent)
        return workflow
    changed = workflow.apply(perform(workflow, intent))
    after = changed.workflow
    assert after.document.problem is None and after.design.document.problem is None
    given_names = _names(after) - _names(workflow)
    assert all(0 < len(name) <= 80 and times == 1 for name, times in given_names.items())
    restored = after.apply(changed.inverse).workflow
    assert restored.document.text == workflow.document.text
    assert restored.design.document.text == workflow.design.document.text
    again = workflow.apply(changed.forward).workflow
    assert (again.document.text, again.design.document.text) == (
        after.document.text,
        after.design.document.text,
    )
    return after


def _names(workflow):
    return Counter(state.name for state in graph(workflow.document.value).states)


@st.composite
def _intents(draw, workflow, model, uid):
    """An intent that the canvas may send, with the arrow that its edge id stands for."""
    arrows = _arrows(workflow)
    uids = st.sampled_from(sorted(model.states)) if model.states else st.nothing()
    scope = st.sampled_from(model.scopes())
    new = st.builds(
        AddState,
        uid=st.just(uid),
        name=NAMES,
        template=st.sampled_from(TEMPLATES),
        scope=scope,
        x=PLACES,
        y=PLACES,
    )
    choices = [new, st.just(AutoLayout()), *_annotating(workflow, uid)]
    if model.states:
        choices += [
            st.builds(lambda base, after: base.model_copy(update={"after": after}), new, uids),
            st.builds(Connect, edge=st.sampled_from(KINDS), source=uids | scope, target=uids),
            st.builds(
                RenameState,
                uid=uids,
                name=NAMES.filter(lambda name: name.split() != [] and name.isprintable()),
            ),
            st.builds(NameForBusiness, uid=uids, name=NAMES),
            st.builds(Delete, states=st.lists(uids, min_size=1, max_size=3, unique=True)),
            st.builds(
                MoveStates, places=st.lists(st.builds(Place, uid=uids, x=PLACES, y=PLACES), max_size=3)
            ),
            st.builds(AddBranch, uid=uids),
            st.builds(
                MoveToScope,
                places=st.lists(
                    st.builds(Place, uid=uids, x=PLACES, y=PLACES),
                    min_size=1,
                    max_size=3,
                    unique_by=lambda place: place.uid,
                ),
                scope=scope,
            ),
        ]
    if not arrows:
        return draw(st.one_of(choices)), None
    edge = draw(st.sampled_from(sorted(arrows)))
    through = [
        st.builds(lambda base: base.model_copy(update={"edge": edge}), new),
        st.builds(Reconnect, edge=st.just(edge), target=uids),
        st.builds(
            MoveToScope,
            places=st.builds(lambda uid: [Place(uid=uid, x=24, y=96)], uids),
            scope=st.just(""),
            edge=st.just(edge),
        ),
        st.just(Delete(edges=[edge])),
    ]
    intent = draw(st.one_of(*choices, *through))
    names_edge = (
        intent.kind == "reconnect"
        or (intent.kind == "delete" and intent.edges)
        or getattr(intent, "edge", None) == edge
    )
    return intent, arrows[edge] if names_edge else None


def _annotating(workflow, uid):
    """Intents about notes and lanes, which the model knows nothing of: they leave all else as it is."""
    places = {"x": PLACES, "y": PLACES}
    sizes = {"width": PLACES, "height": PLACES}
    annotations = read_annotations(workflow.design)
    notes, lanes = [f"note:{id}" for id in annotations.notes], [f"lane:{id}" for id in annotations.lanes]
    found = [
        st.builds(AddNote, uid=st.just(uid), text=NAMES, **places),
        st.builds(AddLane, uid=st.just(uid), owner=NAMES, **places, **sizes),
    ]
    if notes:
        found.append(st.builds(EditNote, id=st.sampled_from(notes), text=NAMES))
    if lanes:
        found.append(st.builds(RenameLane, id=st.sampled_from(lanes), owner=NAMES))
        found.append(st.builds(ResizeLane, id=st.sampled_from(lanes), **places, **sizes))
    if notes + lanes:
        some = st.sampled_from(notes + lanes)
        found.append(st.builds(lambda id: Delete(states=[id]), some))
        found.append(st.builds(Duplicate, uid=st.just(uid), states=st.lists(some, min_size=1, max_size=3)))
        moved = st.lists(st.builds(Place, uid=some, **places), min_size=1, max_size=3)
        found.append(st.builds(MoveStates, places=moved))
    return found


def _arrows(workflow) -> dict[str, Arrow]:
    identity = identify(workflow.document.value, workflow.design)
    edges = [edge for edge in graph(workflow.document.value).edges if edge.target]
    ids = {identity.edge_id(edge): edge for edge in edges}
    return {id: (id.split(":")[0], edge.kind, identity.uids[edge.target.path]) for id, edge in ids.items()}
