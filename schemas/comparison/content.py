"""The content of a state: its fields without the states inside it, and with any names for its targets."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from schemas.asl.graph import Edge
from schemas.asl.walk import Scope, values
from schemas.core.paths import Json, Path

Fingerprint = frozenset[tuple[Path, str]]


def own_fields(
    fields: dict[str, Json],
    path: Path,
    inner: Iterable[Scope],
    edges: Iterable[Edge],
    name: Callable[[Edge], str],
) -> dict[str, Json]:
    """The fields at `path` without the `States` of the scopes inside, and with sorted keys.

    `edges` are those from it and from these scopes; each has `name(edge)` for its target.
    """
    found: Json = fields
    for scope in inner:
        found = _replaced(found, scope.path[len(path) :], without_states(scope))
    for edge in edges:
        found = _replaced(found, edge.path[len(path) :], name(edge))
    ordered = in_order(found)
    return ordered if isinstance(ordered, dict) else {}


def without_states(scope: Scope) -> dict[str, Json]:
    """The fields of a scope without its states; what stands there instead of states is kept."""
    return {key: value for key, value in scope.fields.items() if key != "States" or value != scope.states}


def in_order(value: Json) -> Json:
    """`value` with the keys of its objects sorted: their order means nothing."""
    if isinstance(value, dict):
        return {key: in_order(value[key]) for key in sorted(value)}
    return [in_order(item) for item in value] if isinstance(value, list) else value


def fingerprint(fields: Json) -> Fingerprint:
    """All values in `fields` that hold no others, with their paths and types."""
    return frozenset(
        (path, f"{type(value).__name__}:{value!r}")
        for path, value in values(fields, ())
        if not value or not isinstance(value, dict | list)
    )


def _replaced(value: Json, path: Path, new: Json) -> Json:
    """A copy of `value` with `new` at `path`, if there is something."""
    if not path:
        return new
    step, rest = path[0], path[1:]
    if isinstance(value, dict) and step in value:
        return {**value, str(step): _replaced(value[str(step)], rest, new)}
    if isinstance(value, list) and isinstance(step, int) and step < len(value):
        return [*value[:step], _replaced(value[step], rest, new), *value[step + 1 :]]
    return value
