"""Changes of one state's fields that leave the rest of the text as it is."""

from __future__ import annotations

from collections.abc import Callable

from designer.workspace.actions import ActionRefused
from schemas.asl.walk import State
from schemas.core.paths import Json
from schemas.document.differences import differences
from schemas.sidecar.identity import identify
from schemas.sidecar.workflow import Change, Workflow


def find_state(workflow: Workflow, uid: str) -> State | None:
    """The state `uid` of `workflow`; None where it was deleted."""
    return identify(workflow.document.value, workflow.design).states.get(uid)


def change_state(workflow: Workflow, uid: str, make: Callable[[State], Json]) -> Change:
    """The change that replaces the state `uid` by what `make` returns.

    Raises `ActionRefused` where it was deleted.
    """
    state = find_state(workflow, uid)
    if state is None:
        raise ActionRefused("action-gone")
    return Change(tuple(differences(state.fields, make(state), state.path)))


def without_field(state: State, name: str) -> dict[str, Json]:
    """The state's fields except `name`."""
    return {key: value for key, value in state.fields.items() if key != name}
