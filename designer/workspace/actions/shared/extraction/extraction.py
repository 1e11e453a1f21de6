"""A part of a workflow as a workflow of its own: the change of the parent, and the child."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from designer.workspace.actions.shared.context import ActionRefused, Context
from designer.workspace.actions.shared.extraction.call import call_of
from designer.workspace.actions.shared.extraction.child import child_of
from designer.workspace.actions.shared.extraction.handed import handed
from designer.workspace.actions.shared.extraction.part import Part, part_of
from designer.workspace.actions.shared.sidecar import (
    boxes_around,
    boxes_in,
    position,
    position_entries,
    remove_entries,
    write_entries,
)
from schemas.asl.names import clean, unique
from schemas.asl.walk import State
from schemas.core.coerce import mapping
from schemas.core.edits import Edit, Insert, Remove, Set
from schemas.core.paths import Json
from schemas.sidecar.design import is_uid
from schemas.sidecar.workflow import Change, Workflow


@dataclass(frozen=True)
class Extraction:
    """The change of the parent, and the child that it calls from then on."""

    change: Change
    child: Workflow


@dataclass(frozen=True, slots=True)
class Names:
    """The names of the calling state and the child, and of the child's first and last states of its own."""

    name: str
    opening: str
    closing: str


def extraction(context: Context, states: Sequence[State], uid: str, child: str, names: Names) -> Extraction:
    """Make a workflow of its own of states of one scope; `uid` is that of the state that calls it.

    `child` is the id that the library will have for the child. Raises `ActionRefused` where a call cannot
    take the place of the states.
    """
    if not is_uid(uid) or uid in context.identity.states:
        raise ActionRefused("action-taken")
    if context.workflow.design.type == "EXPRESS":
        raise ActionRefused("extract-express")
    part = part_of(context, states)
    variables = handed(context, part)
    staying = {state.name for state in context.graph.states if not part.has(state.path)}
    name = unique(clean(names.name) or "Workflow", staying)
    made = child_of(context, part, variables, name, names.opening, names.closing)
    path = (*part.scope.path, "States")
    first = part.states[0]
    edits: list[Edit] = [Remove(state.path) for state in part.states[1:]]
    edits += [Set(edge.path, name) for edge in part.entering]
    call = call_of(context, part, variables, name)
    if name == first.name:
        edits.append(Set((*path, name), call))
    else:
        edits += [Insert((*path, name), call, before=first.name), Remove(first.path)]
    return Extraction(Change(tuple(edits), _sidecar(context, part, uid, name, child)), made)


def _sidecar(context: Context, part: Part, uid: str, name: str, child: str) -> tuple[Edit, ...]:
    """Put the call in the place of the part's first state, and leave all others where they are."""
    design = context.workflow.design
    scope = context.scope_id(part.start)
    gone = {context.identity.uids[state.path] for state in part.inside}
    place = boxes_in(context, scope)[context.identity.uids[part.start.path]]
    staying = {id: box for id, box in boxes_around(context, scope).items() if id not in gone}
    entry: dict[str, Json] = {
        "name": name,
        "position": position(place),
        "child": child,
        **_shared(context, part),
    }
    entries = {**position_entries(context, staying), uid: entry}
    return (*write_entries(design, entries), *remove_entries(design, gone))


def _shared(context: Context, part: Part) -> dict[str, Json]:
    """The owner of the states, the business name of a single one, and the failures: the call has them too."""
    designed = context.workflow.design.states
    found = [designed.get(context.identity.uids[state.path]) for state in part.states]
    owners = {entry.owner if entry else "" for entry in found}
    owner = owners.pop() if len(owners) == 1 else ""
    name = found[0].business_name if len(found) == 1 and found[0] else ""
    failures = _failures(context, part)
    card: Json = {"failures": failures} if failures else None
    shared: dict[str, Json] = {"owner": owner, "businessName": name, "operations": card}
    return {key: value for key, value in shared.items() if value}


def _failures(context: Context, part: Part) -> list[Json]:
    """The failures on the cards of the part, each once; its errors come to the call by other names."""
    entries = mapping(context.workflow.design.fields.get("states"))
    found: list[Json] = []
    for state in part.inside:
        card = mapping(mapping(entries.get(context.identity.uids[state.path])).get("operations"))
        failures = card.get("failures")
        for failure in failures if isinstance(failures, list) else []:
            named = {key: value for key, value in mapping(failure).items() if key != "errors"}
            if named.get("answer") and named not in found:
                found.append(named)
    return found
