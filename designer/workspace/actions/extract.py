"""Make a workflow of its own of states, and call it in their place."""

from __future__ import annotations

from contextlib import suppress
from typing import Literal
from uuid import uuid4

from designer.library.store import Acknowledgement, Unavailable
from designer.protocol.canvas import Intent
from designer.workspace.actions.shared.context import Context
from designer.workspace.actions.shared.extraction.extraction import Names, extraction
from designer.workspace.actions.shared.selection_edges import states_of_one_scope
from designer.workspace.open_workflow import OpenWorkflow
from schemas.sidecar.workflow import Change, Workflow


class Extract(Intent):
    """Make a workflow of its own of states of one scope; a Task that starts it takes their place.

    The canvas chooses the uid and the name of that Task, which is also the workflow's name, and the names of
    the states with which the new workflow begins and ends where it has variables.
    """

    kind: Literal["extract"] = "extract"
    uid: str
    name: str
    opening: str
    closing: str
    states: list[str]


def run(opened: OpenWorkflow, intent: Extract, acknowledgement: Acknowledgement | None) -> None:
    """Create the child in the library, and change the parent.

    Raises `ActionRefused` where a call cannot take the place of the states; then there is no child.
    """
    child = uuid4().hex
    added: list[str] = []

    def make(workflow: Workflow) -> Change:
        context = Context(workflow)
        names = Names(intent.name, intent.opening, intent.closing)
        made = extraction(context, states_of_one_scope(context, intent.states), intent.uid, child, names)
        if added:
            opened.library.delete(child)
        added.append(opened.library.add(made.child, child))
        return made.change

    try:
        opened.write(make, acknowledgement)
    except BaseException:
        with suppress(Unavailable):
            opened.library.delete(child)
        raise
