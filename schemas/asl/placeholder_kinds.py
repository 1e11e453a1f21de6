"""The kind of value in the place of each placeholder, by the schemas of the language and the services."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from schemas.asl import walk
from schemas.asl.json_schema import schema
from schemas.asl.machine import schema_of_choice_rule, schema_of_scope, schema_of_state
from schemas.asl.map_processor import PROCESSOR_FIELDS
from schemas.asl.services import ParameterType
from schemas.asl.services.arguments import all_arguments
from schemas.asl.walk import COMBINING, ChoiceRule, Scope, State
from schemas.core.paths import Json, Path
from schemas.core.placeholder import Unquoted, is_placeholder, is_whole

Kind = Literal["text", "number", "boolean", "object", "list", "any"]
"""`any` is a place for any value, as in the payload of a function."""

_KINDS: dict[str, Kind] = {
    "integer": "number",
    "number": "number",
    "boolean": "boolean",
    "object": "object",
    "map": "object",
    "array": "list",
    "list": "list",
    "string": "text",
}
_APART = frozenset((*PROCESSOR_FIELDS, "Branches", "States", *COMBINING))
"""Fields whose members are scopes, states and rules of their own."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A text or function with a placeholder, its path, and the `kind` of value that belongs there.

    `least` is the smallest number that the language allows there. `computed` is true if an expression may
    stand there as well, and `argument` if the place is inside the arguments of a call. `choices` are the
    texts that the language or the service knows there, empty where any text may stand.
    """

    path: Path
    value: Json
    kind: Kind
    least: float = 0
    computed: bool = False
    argument: bool = False
    choices: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        """True for a function, and for a text that is nothing but placeholders."""
        return not isinstance(self.value, str) or is_whole(self.value)

    @property
    def is_no_text(self) -> bool:
        """True for nothing but placeholders in the place of a number, a flag or a collection."""
        return isinstance(self.value, str) and self.kind not in ("text", "any") and self.is_whole


def placed_in(definition: Json) -> Iterator[Placed]:
    """Every text or function with a placeholder in a definition, keys left aside."""
    for scope, states in walk.levels(definition):
        yield from in_scope(scope)
        for state in states:
            yield from in_state(state)


def in_scope(scope: Scope) -> Iterator[Placed]:
    """Those in the fields of a scope other than its states."""
    yield from _in_fields(scope.fields, scope.path, schema_of_scope(scope))


def in_state(state: State) -> tuple[Placed, ...]:
    """Those in the fields of a state, without the scopes inside it."""
    found = list(_in_fields(state.fields, state.path, schema_of_state(state)))
    if state.type == "Choice":
        found = [each for each in found if "Choices" not in each.path[len(state.path) : len(state.path) + 1]]
        found.extend(each for rule in walk.choice_rules(state) for each in _in_rule(rule))
    if state.type != "Task" or not found:
        return tuple(found)
    typed = {argument.path: argument.type for argument in all_arguments(state)}
    return tuple(_typed(each, typed[each.path]) if each.path in typed else each for each in found)


def without_quotes(definition: Json, is_quoted: Callable[[Path], bool]) -> Json:
    """`definition` with an `Unquoted` for each placeholder in the place of a number, a flag or a collection.

    Those that are quoted stay texts. A definition in YAML is meant so, where any text may go without quotes.
    """
    found = (each for each in placed_in(definition) if each.is_no_text)
    new: dict[Path, Json] = {each.path: Unquoted(each.value) for each in found if not is_quoted(each.path)}
    return replaced(definition, new) if new else definition


def replaced(value: Json, new: Mapping[Path, Json], path: Path = ()) -> Json:
    """`value`, whose path is `path`, with the `new` values at their paths."""
    if path in new:
        return new[path]
    if isinstance(value, dict):
        return {key: replaced(item, new, (*path, key)) for key, item in value.items()}
    if isinstance(value, list):
        return [replaced(item, new, (*path, index)) for index, item in enumerate(value)]
    return value


def _typed(placed: Placed, type: ParameterType) -> Placed:
    kind = _KINDS.get(type.kind, "any")
    return Placed(placed.path, placed.value, kind, argument=True, choices=tuple(type.values))


def _in_rule(rule: ChoiceRule) -> Iterator[Placed]:
    yield from _in_fields(rule.fields, rule.path, schema_of_choice_rule(rule.state.language))


def _in_fields(fields: dict[str, Json], path: Path, schema_name: str) -> Iterator[Placed]:
    for field, value in fields.items():
        if isinstance(value, str) or field in _APART:
            if is_placeholder(value):
                yield _placed((*path, field), value, schema_name, (field,))
        elif isinstance(value, dict | list):
            for at, item in _within(value, (*path, field)):
                yield _placed(at, item, schema_name, at[len(path) :])


def _within(value: Json, path: Path) -> Iterator[tuple[Path, Json]]:
    waiting = [(path, value)]
    while waiting:
        at, item = waiting.pop()
        if is_placeholder(item):
            yield at, item
        elif isinstance(item, dict):
            waiting.extend(((*at, key), inner) for key, inner in reversed(item.items()))
        elif isinstance(item, list):
            waiting.extend(((*at, index), item[index]) for index in reversed(range(len(item))))


def _placed(path: Path, value: Json, schema_name: str, steps: Path) -> Placed:
    part = _part(schema_name, tuple(step if isinstance(step, str) else 0 for step in steps))
    types = part.get("type", "string" if "enum" in part or "const" in part else "")
    listed = types if isinstance(types, list) else [types]
    kind: Kind = next((_KINDS[each] for each in listed if each in _KINDS), "any")
    computed = kind != "text" and "string" in listed
    choices = tuple(each for each in part.get("enum", ()) if isinstance(each, str))
    return Placed(path, value, kind, part.get("minimum", 0), computed=computed, choices=choices)


@cache
def _part(schema_name: str, steps: Path) -> dict[str, Any]:
    """The part of a schema for the value at `steps`, in which 0 is any index; empty where nothing is said."""
    part: Any = schema(schema_name)
    for step in steps:
        part = part.get("items", {}) if step == 0 else part.get("properties", {}).get(step, {})
        if not isinstance(part, dict):
            return {}
    return dict(part)
