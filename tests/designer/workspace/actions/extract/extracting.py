"""States made a workflow of their own, without a library."""

from __future__ import annotations

from drawing import uid

from designer.workspace.actions.shared.context import Context
from designer.workspace.actions.shared.extraction.extraction import Names, extraction
from designer.workspace.actions.shared.selection_edges import states_of_one_scope
from schemas.sidecar.workflow import Workflow

NAMES = Names("Ship it", "Begin", "Finish")
ALL = {"ErrorEquals": ["States.ALL"]}


def made(before: Workflow, *names: str, child: str = "child") -> tuple[Workflow, Workflow]:
    """The parent and the child after the states of these names are made a workflow of their own."""
    context = Context(before)
    chosen = states_of_one_scope(context, [uid(before, name) for name in names])
    found = extraction(context, chosen, "call", child, NAMES)
    return before.apply(found.change).workflow, found.child
