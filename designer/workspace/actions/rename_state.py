"""Rename a state and every reference to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from designer.protocol.canvas import Intent
from designer.workspace.actions.shared.context import ActionRefused, Context
from designer.workspace.actions.shared.parameters import renamed_parameters
from designer.workspace.actions.shared.sidecar import write_entries
from schemas.asl.names import clean, unique
from schemas.asl.walk import State, states_of, targets, transitions
from schemas.core.edits import Edit, Rename, Set
from schemas.sidecar.workflow import Change


class RenameState(Intent):
    """Give a state another name, in every reference to it as well."""

    kind: Literal["rename-state"] = "rename-state"
    uid: str
    name: str


def act(context: Context, intent: RenameState) -> Change:
    """Rename the state and its references; the name is made unique. Its sidecar entry stays its own, and its
    deployment parameters that are named after it get their new names.

    Raises `ActionRefused` for an empty name.
    """
    state = context.state(intent.uid)
    wanted = clean(intent.name)
    if not wanted:
        raise ActionRefused("action-empty-name")
    name = unique(wanted, {other.name for other in context.graph.states if other.path != state.path})
    if name == state.name:
        return Change()
    parameters = renamed_parameters(context, state, name)
    edits = (*_references(state, name), *parameters, Rename(state.path, name))
    return Change(edits, write_entries(context.workflow.design, {intent.uid: {"name": name}}))


def _references(state: State, name: str) -> Iterator[Edit]:
    for path, start in targets(state.scope.fields.get("StartAt"), (*state.scope.path, "StartAt")):
        if start == state.name:
            yield Set(path, name)
    for other in states_of(state.scope):
        for transition in transitions(other):
            if transition.target == state.name:
                yield Set(transition.path, name)
