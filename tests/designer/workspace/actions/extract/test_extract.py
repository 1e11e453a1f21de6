"""A part of a workflow as a workflow of its own, in a real library, and its undo and redo."""

from __future__ import annotations

import pytest
from drawing import drawn, uid

from designer.library.store import Library, connect
from designer.workspace.actions import apply
from designer.workspace.actions.delete import Delete
from designer.workspace.actions.extract import Extract
from designer.workspace.actions.rename_state import RenameState
from designer.workspace.open_workflow import OpenWorkflow
from schemas import Document
from schemas.core.edits import EditRefused
from schemas.sidecar.workflow import Workflow


@pytest.fixture
def engine(tmp_path):
    return connect(f"sqlite:///{tmp_path / 'library.db'}")


@pytest.fixture
def opened(engine):
    text = '{\n "StartAt": "A",  "States": {"A": {"Type": "Pass", "Next": "B"},\n'
    text += ' "B": {"Type": "Pass", "End": true}}}\n'
    return OpenWorkflow(engine, Library(engine).add(Workflow("flow", Document.parse(text))))


def extract(opened: OpenWorkflow, *names: str) -> str:
    """Carry out the intent; the id of the child."""
    uids = [uid(opened.workflow, name) for name in names]
    apply(opened, Extract(uid="call", name="Ship it", opening="Begin", closing="Finish", states=uids))
    return opened.workflow.design.states["call"].child


def names_in(entries: list) -> list[str]:
    return sorted(entry.name for entry in entries)


def test_undo_and_redo_take_the_child_away_and_bring_it_back(opened):
    before = opened.workflow
    child = extract(opened, "B")
    library = opened.library
    after = opened.workflow
    assert names_in(library.entries()) == ["Ship it", "flow"]
    assert drawn(library.read(child).workflow) == "(B) B."
    opened.undo()
    assert opened.workflow.document.text == before.document.text
    assert opened.workflow.design.document.text == before.design.document.text
    assert (names_in(library.entries()), names_in(library.trash())) == (["flow"], ["Ship it"])
    opened.redo()
    assert opened.workflow.document.text == after.document.text
    assert (names_in(library.entries()), names_in(library.trash())) == (["Ship it", "flow"], [])
    assert opened.refusals == []


def test_a_child_that_somebody_changed_stays_and_this_is_said(opened, engine):
    child = OpenWorkflow(engine, extract(opened, "B"))
    apply(child, RenameState(uid=uid(child.workflow, "B"), name="Ship"))
    opened.undo()
    assert names_in(opened.library.entries()) == ["Ship it", "flow"]
    assert [refusal.code for refusal in opened.refusals] == ["extract-child-stays"]
    opened.redo()
    assert opened.workflow.design.states["call"].child == child.record.id


def test_a_child_that_is_gone_for_good_is_said(opened):
    child = extract(opened, "B")
    opened.undo()
    opened.library.delete(child)
    opened.redo()
    assert [refusal.code for refusal in opened.refusals] == ["extract-child-gone"]


def test_to_delete_the_call_and_to_undo_that_leaves_the_child(opened):
    extract(opened, "B")
    apply(opened, Delete(states=["call"]))
    for step in (opened.undo, opened.redo, opened.undo):
        step()
        assert names_in(opened.library.entries()) == ["Ship it", "flow"]


def test_a_refusal_leaves_no_child(opened):
    with pytest.raises(EditRefused):
        apply(opened, Extract(uid="call", name="x", opening="a", closing="b", states=["nobody"]))
    assert names_in(opened.library.entries()) == ["flow"]
    assert opened.library.trash() == []
