"""The data that the expressions of one field of a state may read, by the names with which they begin."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from designer.completion.known import UNKNOWN, Expected, Known, Named, Value
from designer.playing.evaluation import Data
from schemas.asl.dataflow.reads import root_shape
from schemas.asl.dataflow.transfer import ERROR_OUTPUT, Visit
from schemas.asl.expressions import context
from schemas.asl.walk import QueryLanguage, State
from schemas.core.coerce import text
from schemas.core.paths import Path

_WITH_RESULT = ("Task", "Map", "Parallel")


@dataclass(frozen=True, slots=True)
class Scope:
    """The query language, and what is known by each name: "$", "$$", "$states" and those of variables."""

    language: QueryLanguage
    roots: Mapping[str, Known]


def scope_of(state: State, path: Path, followed: Visit | None, data: Data | None) -> Scope:
    """The scope of the field at `path` in a state.

    With the `data` of a run it has what is really there, else the shapes that were `followed` without one.
    """
    variables: dict[str, Known] = {}
    if data is not None:
        variables = {f"${name}": Value(value) for name, value in data.variables.items()}
    elif followed is not None:
        known = followed.within.variables or {}
        variables = {f"${name}": Expected(shape) for name, shape in known.items()}
    of_context = _context(state, followed, data)
    if state.language == "JSONata":
        return Scope("JSONata", {"$states": _states(state, path, followed, data, of_context), **variables})
    return Scope("JSONPath", {"$": _root(path, followed, data), "$$": of_context, **variables})


def _states(state: State, path: Path, followed: Visit | None, data: Data | None, of_context: Known) -> Named:
    """The members of `$states` in a field: the result where there is one, the error output in a catcher."""
    field = str(path[0]) if path else ""
    found: dict[str, Known] = {"input": _input(followed, data)}
    if field == "Catch":
        has_error = data is not None and data.error is not None
        found["errorOutput"] = Value(data.error) if data and has_error else Expected(ERROR_OUTPUT)
    elif field in ("Output", "Assign") and state.type in _WITH_RESULT:
        expected = Expected(followed.result) if followed else UNKNOWN
        found["result"] = Value(data.result) if data and data.has_result else expected
    return Named({**found, "context": of_context})


def _input(followed: Visit | None, data: Data | None) -> Known:
    if data is not None:
        return Value(data.input)
    return Expected(followed.values.input) if followed else UNKNOWN


def _root(path: Path, followed: Visit | None, data: Data | None) -> Known:
    """The value that `$` stands for in a JSONPath field."""
    if data is not None and (found := data.root(path)) is not None:
        return Value(found)
    if path[:1] == ("Catch",):
        return Expected(ERROR_OUTPUT) if "Assign" in path else _input(followed, data)
    return Expected(root_shape(str(path[0]) if path else "", followed)[0]) if followed else UNKNOWN


def _context(state: State, followed: Visit | None, data: Data | None) -> Named:
    """The context object: the members that it has in this state, with the values that are known."""
    found = _named(context.MEMBERS)
    if not text(state.fields.get("Resource")).endswith(".waitForTaskToken"):
        found.pop("Task")
    if state.type != "Map" and not any(owner.type == "Map" for owner in _around(state)):
        found.pop("Map")
    if followed is not None:
        for steps in (("Execution", "Input"), ("Map", "Item", "Value")):
            _set(found, steps, Expected(followed.within.context(steps, maps_lists=False).shape))
    for name, value in (data.context if data else {}).items():
        found[name] = Value(value)
    return Named(found)


def _named(members: Mapping[str, Mapping[str, object] | None]) -> dict[str, Known]:
    return {
        name: Named(_named(inner)) if inner else UNKNOWN  # type: ignore[arg-type]
        for name, inner in members.items()
    }


def _set(members: dict[str, Known], steps: tuple[str, ...], known: Known) -> None:
    """Put what is known to the end of the steps, where the members have that place."""
    first, *rest = steps
    inner = members.get(first)
    if not rest:
        members[first] = known
    elif isinstance(inner, Named):
        inside = dict(inner.members)
        _set(inside, tuple(rest), known)
        members[first] = Named(inside)


def _around(state: State) -> Iterator[State]:
    owner = state.scope.owner
    while owner is not None:
        yield owner
        owner = owner.scope.owner
