"""States as an ASL text of their own: written for the clipboard, and read and adapted when pasted."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from copy import deepcopy
from typing import cast

from designer.workspace.actions.shared.carried import MEMBER, carried_by_name
from designer.workspace.actions.shared.context import ActionRefused
from designer.workspace.actions.shared.reconnect import is_inside
from schemas.asl.names import clean, unique
from schemas.asl.states import transition_kinds
from schemas.asl.walk import Scope, State, scopes, states_of, transitions
from schemas.asl.walk import states as all_states
from schemas.core.coerce import mapping
from schemas.core.paths import Json
from schemas.document.document import Document
from schemas.document.json.writer import write_json
from schemas.sidecar.conversion import value_of
from schemas.sidecar.identity import identify
from schemas.sidecar.workflow import Workflow

_WRAPPERS = ("definition", "Definition")
"""The fields of a template that hold a definition, which may be copied along with it."""

MAX_CHARACTERS = 1_000_000
"""Characters of the longest text that is pasted."""

States = dict[str, dict[str, Json]]


def copy_text(workflow: Workflow, uids: Iterable[str]) -> str:
    """The states with these uids as ASL text, `{"States": {...}}`; unknown uids are left out.

    Beside them is what their entries in the sidecar have for copies, if there is anything.
    """
    by_uid = identify(value_of(workflow.document), workflow.design).states
    states = {by_uid[uid].path: by_uid[uid] for uid in uids if uid in by_uid}
    fields = {state.name: state.fields for path, state in states.items() if not is_inside(path[:-1], states)}
    copied = {uid: state for uid, state in by_uid.items() if is_inside(state.path, states)}
    design = carried_by_name(workflow.design, copied)
    return write_json({"States": cast(Json, fields), **({MEMBER: design} if design else {})}).strip()


def read_states(text: str) -> States:
    """The states of an ASL text, by name. The text may come from anywhere: it is parsed as data only.

    Raises `ActionRefused` where it has no states, or is too long.
    """
    document = Document.parse(text[: MAX_CHARACTERS + 1])
    if len(text) > MAX_CHARACTERS or document.problem is not None:
        raise ActionRefused("action-no-states")
    value = mapping(document.value)
    found = mapping(next((mapping(value[key]) for key in _WRAPPERS if key in value), value).get("States"))
    states = {name: fields for name, fields in found.items() if isinstance(fields, dict)}
    if not states:
        raise ActionRefused("action-no-states")
    return states


def adapted_to(states: States, scope: Scope, taken: set[str]) -> States:
    """The states with names that are not `taken` (the new names are added to it), fit for `scope`.

    Transitions among them follow the new names; those to a state that is not in `scope` are removed.
    """
    root: dict[str, Json] = {"States": cast(Json, deepcopy(states))}
    siblings = scope.states
    for inner in reversed(list(scopes(root))):
        names = {name: _free(name, taken) for name in inner.states}
        for state in states_of(inner):
            _redirect(state, names, siblings if inner.path == () else {})
        if isinstance(inner.fields.get("StartAt"), str):
            inner.fields["StartAt"] = names.get(str(inner.fields["StartAt"]), "")
        inner.fields["States"] = {names[name]: fields for name, fields in inner.states.items()}
    return cast(States, root["States"])


def copied_states(before: States, after: States) -> Iterator[tuple[State, State]]:
    """Every state of a fragment, those inside others too, with its copy in `after`, the adapted fragment."""
    roots: list[Json] = [{"States": dict(fragment)} for fragment in (before, after)]
    yield from zip(all_states(roots[0]), all_states(roots[1]), strict=True)


def _free(name: str, taken: set[str]) -> str:
    free = unique(clean(name) or "State", taken)
    taken.add(free)
    return free


def _redirect(state: State, names: Mapping[str, str], siblings: Container[str]) -> None:
    """Give every transition of the state the new name of its target, or remove it.

    A name that a function of a template chooses stays as it is.
    """
    for transition in reversed(transitions(state)):
        if transition.path != transition.field:
            continue
        target = names.get(transition.target) or (
            transition.target if transition.target in siblings else None
        )
        if target is not None:
            fields = transition.fields if transition.index is not None else state.fields
            fields[str(transition.path[-1])] = target
        elif transition.index is not None:
            cast(list[Json], state.fields[str(transition.path[-3])]).pop(transition.index)
        else:
            del state.fields[str(transition.path[-1])]
    if "Catch" in state.fields and not state.fields["Catch"]:
        del state.fields["Catch"]
    if _ends(state):
        state.fields["End"] = True


def _ends(state: State) -> bool:
    """True if the state may have a Next and has none."""
    return "next" in transition_kinds(state.type) and "Next" not in state.fields
