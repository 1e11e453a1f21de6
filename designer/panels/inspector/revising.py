"""Changes of one state's fields that leave everything else in the text as it is."""

from __future__ import annotations

from collections.abc import Callable

from designer.panels.inspector.fields import order
from schemas.differences import differences
from schemas.identity import identify
from schemas.paths import Json
from schemas.walk import State
from schemas.workflow import Change, Workflow


def revised(workflow: Workflow, uid: str, revise: Callable[[State], Json]) -> Change:
    """The change that makes the state `uid` what `revise` says; nothing where the state is gone."""
    state = identify(workflow.document.value, workflow.design).states.get(uid)
    if state is None:
        return Change()
    return Change(tuple(differences(state.fields, revise(state), state.path)))


def given(state: State, name: str, value: Json) -> dict[str, Json]:
    """The state's fields with `name` given; a new one stands where its schema has it."""
    names = list(order(state))
    behind = set(names[names.index(name) + 1 :]) if name in names else set()
    keys = list(state.fields)
    if name not in state.fields:
        keys.insert(next((at for at, key in enumerate(keys) if key in behind), len(keys)), name)
    return {key: value if key == name else state.fields[key] for key in keys}


def without(state: State, name: str) -> dict[str, Json]:
    """The state's fields without `name`."""
    return {key: value for key, value in state.fields.items() if key != name}
