"""Notes and owner lanes: they are kept in the sidecar alone."""

from __future__ import annotations

import json

import pytest
from drawing import chain, done, uid, workflow

from designer.protocol.canvas import Place
from designer.workspace.actions import ActionRefused, perform
from designer.workspace.actions.add_lane import AddLane
from designer.workspace.actions.add_note import AddNote
from designer.workspace.actions.auto_layout import AutoLayout
from designer.workspace.actions.delete import Delete
from designer.workspace.actions.duplicate import Duplicate
from designer.workspace.actions.edit_note import EditNote
from designer.workspace.actions.move_states import MoveStates
from designer.workspace.actions.rename_lane import RenameLane
from designer.workspace.actions.resize_lane import ResizeLane
from schemas.document.document import Document
from schemas.sidecar.annotations import MAX_NOTE_LENGTH, Lane, Note, read_annotations
from schemas.sidecar.design import Design, Point
from schemas.sidecar.workflow import Workflow
from schemas.validator.check_design import check_design

NOTE = AddNote(uid="n", text="人気商品は先に", x=410.4, y=20)
LANE = AddLane(uid="l", owner=" 在庫\nチーム ", x=0, y=0, width=300, height=200)


def beside(flow):
    return read_annotations(flow.design)


def annotated():
    return done(done(workflow(chain("A")), NOTE), LANE)


def test_they_are_added_to_the_sidecar_alone():
    flow = workflow(chain("A"))
    after = done(done(flow, NOTE), LANE)
    assert beside(after).notes == {"n": Note("人気商品は先に", Point(410, 20))}
    assert beside(after).lanes == {"l": Lane("在庫 チーム", Point(0, 0), 300, 200)}
    assert after.document.text == flow.document.text
    assert list(check_design(after.design)) == []


def test_a_note_is_edited_and_a_lane_renamed_and_resized():
    flow = done(annotated(), EditNote(id="note:n", text="x\ny"))
    flow = done(flow, RenameLane(id="lane:l", owner="決済チーム"))
    flow = done(flow, ResizeLane(id="lane:l", x=-5, y=7, width=10, height=400))
    assert beside(flow).notes["n"].text == "x\ny"
    assert beside(flow).lanes["l"] == Lane("決済チーム", Point(-5, 7), 80, 400)


def test_states_notes_and_lanes_are_moved_at_once():
    flow = annotated()
    places = [Place(uid=id, x=50, y=60) for id in (uid(flow, "A"), "note:n", "lane:l")]
    changed = flow.apply(perform(flow, MoveStates(places=places)))
    after = changed.workflow
    assert after.design.states[uid(after, "A")].position == Point(50, 60)
    assert beside(after).notes["n"].position == beside(after).lanes["l"].position == Point(50, 60)
    assert after.apply(changed.inverse).workflow.design.document.text == flow.design.document.text


def test_states_notes_and_lanes_are_deleted_at_once():
    flow = annotated()
    after = done(flow, Delete(states=[uid(flow, "A"), "note:n", "lane:l", "note:n"]))
    assert beside(after) == type(beside(after))()
    assert after.document.value["States"] == {}


def test_they_are_duplicated_beside_themselves():
    after = done(annotated(), Duplicate(uid="new", states=["note:n", "lane:l"]))
    assert beside(after).notes["new-notes-0"] == Note("人気商品は先に", Point(450, 156))
    assert beside(after).lanes["new-lanes-0"].position == Point(40, 40)


def test_a_note_is_added_where_it_hides_nothing_unless_it_is_dropped_there():
    flow, note = workflow(chain("A")), AddNote(uid="n", x=10, y=60)
    assert beside(done(flow, note)).notes["n"].position == Point(10, 168)
    dropped = note.model_copy(update={"dropped": True})
    assert beside(done(flow, dropped)).notes["n"].position == Point(10, 60)


def test_a_note_that_grows_moves_the_note_below_it():
    flow = done(done(workflow({}), AddNote(uid="n", x=0, y=0)), AddNote(uid="m", x=0, y=120))
    after = beside(done(flow, EditNote(id="note:n", text="長いメモ" * 40))).notes
    assert after["n"].position == Point(0, 0)
    assert after["m"].position != Point(0, 120)


def test_a_layout_takes_them_along():
    flow = workflow(chain("A", "B"))
    a = uid(flow, "A")
    flow = done(flow, MoveStates(places=[Place(uid=a, x=900, y=900)]))
    flow = done(flow, AddLane(uid="l", owner="x", x=880, y=860, width=300, height=200))
    flow = done(flow, AddNote(uid="n", text="about A", x=650, y=900))
    after = done(flow, AutoLayout())
    place, lane, note = after.design.states[a].position, beside(after).lanes["l"], beside(after).notes["n"]
    assert lane.position.x < place.x and place.x + 220 < lane.position.x + lane.width
    assert lane.position.y < place.y and place.y + 64 < lane.position.y + lane.height
    assert note.position == Point(place.x - 250, place.y)


@pytest.mark.parametrize(
    "intent",
    [
        NOTE,
        AddNote(uid="../x", x=0, y=0),
        EditNote(id="note:gone", text=""),
        EditNote(id="lane:l", text=""),
        RenameLane(id="note:n", owner=""),
        ResizeLane(id="l", x=0, y=0, width=1, height=1),
        Delete(states=["note:gone"]),
        Delete(states=["start:n"]),
        Duplicate(uid="new", states=[":"]),
        MoveStates(places=[Place(uid="lane:", x=0, y=0)]),
    ],
)
def test_what_makes_no_sense_is_refused(intent):
    with pytest.raises(ActionRefused):
        perform(annotated(), intent)


def test_the_first_note_needs_a_uid_too():
    with pytest.raises(ActionRefused, match="action-taken"):
        perform(workflow(chain("A")), AddNote(uid="../x", x=0, y=0))


def test_a_long_note_is_cut():
    after = done(workflow(chain("A")), AddNote(uid="n", text="x" * 10_000, x=0, y=0))
    assert len(beside(after).notes["n"].text) == MAX_NOTE_LENGTH


@pytest.mark.parametrize("odd", [None, [], "x", {"n": 5}, {"n": {"text": 5, "position": [1]}}, {"../": {}}])
def test_an_odd_sidecar_is_read_as_far_as_it_goes(odd):
    text = json.dumps({"version": 1, "notes": odd, "lanes": odd})
    flow = Workflow("flow", workflow(chain("A")).document, Design(Document.parse(text, "json")))
    beside(flow)
    after = done(done(flow, AddNote(uid="new", x=0, y=0)), LANE)
    assert {"new"} <= beside(after).notes.keys() and {"l"} <= beside(after).lanes.keys()


def test_a_sidecar_that_is_no_object_is_left_alone():
    flow = Workflow("flow", workflow(chain("A")).document, Design(Document.parse("[]", "json")))
    with pytest.raises(ActionRefused, match="action-broken-design"):
        perform(flow, NOTE)
