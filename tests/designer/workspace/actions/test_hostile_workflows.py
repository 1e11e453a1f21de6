"""Random and broken texts: an intent is applied, or refused with a message; it never fails otherwise."""

from __future__ import annotations

import json

from budget import examples
from corpus import definitions, needs_corpus
from hypothesis import given
from hypothesis import strategies as st

from designer.protocol.canvas import Place
from designer.workspace.actions import perform
from designer.workspace.actions.add_branch import AddBranch
from designer.workspace.actions.add_state import AddState
from designer.workspace.actions.auto_layout import AutoLayout
from designer.workspace.actions.connect import Connect
from designer.workspace.actions.delete import Delete
from designer.workspace.actions.move_states import MoveStates
from designer.workspace.actions.reconnect import Reconnect
from designer.workspace.actions.rename_state import RenameState
from exporters.scene import draw
from schemas import Document
from schemas.asl.graph import graph
from schemas.core.diagnostic import message_text
from schemas.core.edits import EditRefused
from schemas.sidecar.design import Design
from schemas.sidecar.identity import identify
from schemas.sidecar.workflow import Workflow

WAYS = ["Next", "End", "Choices", "Default", "Catch", "Branches", "ItemProcessor", "Iterator"]
KEYS = st.sampled_from(["A", "B", "StartAt", "States", "Type", "states", "name", "position", "x", *WAYS])
WORDS = st.sampled_from(["A", "B", "Pass", "Map", "Parallel", "Choice"])
LEAVES = st.none() | st.booleans() | st.integers() | WORDS
ANYTHING = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=5)
)
STATE = st.fixed_dictionaries({"Type": LEAVES}, optional=dict.fromkeys(WAYS, ANYTHING))
MACHINE = st.fixed_dictionaries(
    {"States": st.dictionaries(st.sampled_from(["A", "B", "C", ""]), STATE | ANYTHING, max_size=4)},
    optional={"StartAt": ANYTHING},
)
SIDECAR = st.fixed_dictionaries({}, optional={"states": ANYTHING, "version": ANYTHING}) | ANYTHING

brief = examples(25, 400)


def _document(value):

    return Document.parse(json.dumps(value), "json")


@given(MACHINE | ANYTHING, SIDECAR, st.data())
@brief
def test_made_up_texts(machine, sidecar, data):
    _try_everything(Workflow("flow", _document(machine), Design(_document(sidecar))), data)


@needs_corpus
@given(st.data())
@brief
def test_real_texts(data):
    path = data.draw(st.sampled_from(definitions()))
    _try_everything(Workflow(path.stem, Document.parse(path.read_text("utf-8"))), data)


def _try_everything(workflow, data):
    identity = identify(workflow.document.value, workflow.design)
    edges = [identity.edge_id(edge) for edge in graph(workflow.document.value).edges]
    uid = st.sampled_from([*identity.states, "nothing"])
    scope = st.sampled_from([*identity.scopes, *identity.states, "nothing"])
    edge = st.sampled_from([*edges, "nothing:next:"])
    name = st.sampled_from(["A", "C", "", "new"])
    kind = st.sampled_from(["start", "next", "choice", "default", "catch"])
    template = st.sampled_from(["Pass", "Choice", "Map", "Parallel", "sns:publish", "?"])
    place = st.builds(Place, uid=uid, x=st.floats(-1e9, 1e9), y=st.floats(-1e9, 1e9))
    add = st.builds(
        AddState,
        uid=st.just("new"),
        name=name,
        template=template,
        scope=scope,
        edge=st.none() | edge,
        after=st.none() | uid,
        x=st.just(1),
        y=st.just(2),
    )
    intents = st.one_of(
        add,
        st.builds(Connect, edge=kind, source=uid | scope, target=uid),
        st.builds(Reconnect, edge=edge, target=uid),
        st.builds(RenameState, uid=uid, name=name),
        st.builds(Delete, states=st.lists(uid | scope, max_size=3), edges=st.lists(edge, max_size=3)),
        st.builds(MoveStates, places=st.lists(place, max_size=2)),
        st.builds(AddBranch, uid=uid),
        st.just(AutoLayout()),
    )
    draw(workflow)
    for intent in data.draw(st.lists(intents, min_size=1, max_size=4)):
        try:
            workflow = workflow.apply(perform(workflow, intent)).workflow
        except EditRefused as refusal:
            assert message_text(refusal.code, refusal.params, "ja") and message_text(
                refusal.code, refusal.params, "en"
            )
        draw(workflow)
