"""Edits that add and remove edges: Next, End, Default, rules, catchers and StartAt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from designer.workspace.actions.shared.context import ActionRefused
from schemas.asl.errors import catches_all
from schemas.asl.graph import Edge
from schemas.asl.states import transition_kinds
from schemas.asl.states.choice import rule
from schemas.asl.walk import Scope, State
from schemas.core.coerce import mapping
from schemas.core.edits import Edit, Insert, Remove, Rename, Set
from schemas.core.paths import Json, Path

USUAL_ERRORS = ("States.ALL", "States.TaskFailed", "States.Timeout", "States.Permissions")


def add_edge(state: State, kind: str, target: str) -> list[Edit]:
    """Add an edge of that kind from the state to `target`: a `next` or `default` replaces the one before.

    Raises `ActionRefused` where a state of that type has no edges of that kind.
    """
    if kind not in transition_kinds(state.type):
        raise ActionRefused(f"action-no-{kind}", state=state.name)
    match kind:
        case "next":
            return _next(state, target)
        case "default":
            return [Set((*state.path, "Default"), target)]
        case "choice":
            return _add(state, "Choices", rule(state.language, target))
        case _:
            return _catch(state, target)


def set_start(scope: Scope, target: str) -> list[Edit]:
    """Make `target` the start of the scope."""
    path = (*scope.path, "StartAt")
    if "StartAt" in scope.fields or "States" not in scope.fields:
        return [Set(path, target)]
    return [Insert(path, target, before="States")]


def remove_edges(edges: Iterable[Edge]) -> list[Edit]:
    """Remove edges. A state that loses its Next gets an End; a StartAt is emptied."""
    edits: list[Edit] = []
    listed: dict[Path, list[Edge]] = defaultdict(list)
    for edge in {edge.field: edge for edge in edges}.values():
        if edge.kind == "next" and isinstance(edge.source, State):
            edits += _end(edge.source)
        elif edge.index is None:
            edits.append(Set(edge.field, "") if edge.kind == "start" else Remove(edge.field))
        else:
            listed[edge.source.path].append(edge)
    return edits + [edit for items in listed.values() for edit in _remove_items(items)]


def _next(state: State, target: str) -> list[Edit]:
    after, end = (*state.path, "Next"), (*state.path, "End")
    if "End" not in state.fields:
        return [Set(after, target)]
    if "Next" in state.fields:
        return [Set(after, target), Remove(end)]
    return [Rename(end, "Next"), Set(after, target)]


def _end(state: State) -> list[Edit]:
    after, end = (*state.path, "Next"), (*state.path, "End")
    if "End" in state.fields:
        return [Remove(after), Set(end, True)]
    return [Rename(after, "End"), Set(end, True)]


def _catch(state: State, target: str) -> list[Edit]:
    """Add a catcher for the first usual error without one; the catcher of States.ALL stays the last."""
    catchers = state.fields.get("Catch")
    items = catchers if isinstance(catchers, list) else []
    caught = [mapping(item).get("ErrorEquals") for item in items]
    error = next((error for error in USUAL_ERRORS if [error] not in caught), USUAL_ERRORS[-1])
    place = next((index for index, item in enumerate(items) if catches_all(item)), len(items))
    return _add(state, "Catch", {"ErrorEquals": [error], "Next": target}, place)


def _add(state: State, key: str, item: Json, place: int | None = None) -> list[Edit]:
    items = state.fields.get(key)
    if not isinstance(items, list):
        return [Set((*state.path, key), [item])]
    return [Insert((*state.path, key, len(items) if place is None else place), item)]


def _remove_items(edges: list[Edge]) -> list[Edit]:
    """Remove rules or catchers of one state, the last first; an empty Catch is removed as a whole."""
    path = edges[0].field[:-2]
    if edges[0].kind == "catch" and isinstance(edges[0].source, State):
        catchers = edges[0].source.fields.get("Catch")
        if isinstance(catchers, list) and len(catchers) == len(edges):
            return [Remove(path)]
    places = sorted((edge.index for edge in edges if edge.index is not None), reverse=True)
    return [Remove((*path, place)) for place in places]
