"""States as a text of their own: how they are copied, and how they become part of a workflow again."""

from __future__ import annotations

import json
from collections.abc import Container, Iterable, Mapping
from copy import deepcopy
from typing import cast

from designer.workspace.actions.shared.context import ActionRefused
from designer.workspace.actions.shared.reconnect import is_inside
from schemas.asl.names import clean, unique
from schemas.asl.states import transition_kinds
from schemas.asl.walk import Scope, State, scopes, states_of, transitions
from schemas.core.coerce import mapping
from schemas.core.paths import Json
from schemas.document.document import Document
from schemas.sidecar.identity import identify
from schemas.sidecar.workflow import Workflow

LONGEST = 1_000_000

States = dict[str, dict[str, Json]]


def copied(workflow: Workflow, uids: Iterable[str]) -> str:
    """Those of the states that are there, as ASL text, `{"States": {...}}`."""
    known = identify(workflow.document.value, workflow.design).states
    states = {known[uid].path: known[uid] for uid in uids if uid in known}
    fields = {state.name: state.fields for path, state in states.items() if not is_inside(path[:-1], states)}
    return json.dumps({"States": fields}, ensure_ascii=False, indent=2)


def read(text: str) -> States:
    """The states of such a text, which may come from anywhere and is read as data only.

    Raises `ActionRefused` where it holds none.
    """
    document = Document.parse(text[: LONGEST + 1], "json")
    if len(text) > LONGEST or document.problem is not None:
        raise ActionRefused("action-no-states")
    found = mapping(mapping(document.value).get("States"))
    states = {name: fields for name, fields in found.items() if isinstance(fields, dict)}
    if not states:
        raise ActionRefused("action-no-states")
    return states


def adopted(states: States, scope: Scope, taken: set[str]) -> States:
    """The states as they can stand in `scope`: with names that are not `taken`, these included from now on.

    What they say of each other goes on to mean each other; what they say of a state that is not in `scope`
    is left out.
    """
    root: dict[str, Json] = {"States": cast(Json, deepcopy(states))}
    known = scope.states
    for inner in reversed(list(scopes(root))):
        names = {name: _free(name, taken) for name in inner.states}
        for state in states_of(inner):
            _redirect(state, names, known if inner.path == () else {})
        if isinstance(inner.fields.get("StartAt"), str):
            inner.fields["StartAt"] = names.get(str(inner.fields["StartAt"]), "")
        inner.fields["States"] = {names[name]: fields for name, fields in inner.states.items()}
    return cast(States, root["States"])


def _free(name: str, taken: set[str]) -> str:
    free = unique(clean(name) or "State", taken)
    taken.add(free)
    return free


def _redirect(state: State, names: Mapping[str, str], known: Container[str]) -> None:
    """Lead every arrow of the state to what its target is called now, or nowhere."""
    for way in reversed(transitions(state)):
        target = names.get(way.target) or (way.target if way.target in known else None)
        if target is not None:
            way_fields = way.fields if way.index is not None else state.fields
            way_fields[str(way.path[-1])] = target
        elif way.index is not None:
            cast(list[Json], state.fields[str(way.path[-3])]).pop(way.index)
        else:
            del state.fields[str(way.path[-1])]
    if "Catch" in state.fields and not state.fields["Catch"]:
        del state.fields["Catch"]
    if _ends(state):
        state.fields["End"] = True


def _ends(state: State) -> bool:
    """Whether the state could go on, and doesn't say that it does."""
    return "next" in transition_kinds(state.type) and "Next" not in state.fields
