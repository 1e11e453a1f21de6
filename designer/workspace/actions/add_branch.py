"""Add a branch to a Parallel."""

from __future__ import annotations

from typing import Literal

from designer.protocol.canvas import Intent
from designer.workspace.actions.shared.context import ActionRefused, Context
from designer.workspace.actions.shared.sidecar import boxes_around, position_entries, write_entries
from schemas.asl.states.parallel import branch
from schemas.core.edits import Insert, Set
from schemas.sidecar.workflow import Change


class AddBranch(Intent):
    """Add an empty branch to a Parallel."""

    kind: Literal["add-branch"] = "add-branch"
    uid: str


def act(context: Context, intent: AddBranch) -> Change:
    """Add an empty branch, the last one. Raises `ActionRefused` where the state is no Parallel."""
    state = context.state(intent.uid)
    if state.type != "Parallel":
        raise ActionRefused("action-no-branches", state=state.name)
    branches, path = state.fields.get("Branches"), (*state.path, "Branches")
    staying = position_entries(context, boxes_around(context, context.scope_id(state)))
    design = write_entries(context.workflow.design, staying)
    if isinstance(branches, list):
        return Change((Insert((*path, len(branches)), branch()),), design)
    return Change((Set(path, [branch()]),), design)
