"""What a state computes: its JSONata, or its JSONPaths and intrinsic functions, and what they speak of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from schemas.asl.expressions import embedded, intrinsic, path
from schemas.asl.expressions.formatted_values import FormattedValue
from schemas.asl.json_schema import schema
from schemas.asl.machine import schema_of_state
from schemas.asl.state_cache import cached_on_state
from schemas.asl.walk import QueryLanguage, State, values
from schemas.core.paths import Path

_NOT_COMPUTED = frozenset({"Branches", "ItemProcessor", "Iterator", "Comment", "Result", "Resource"})
_PAYLOADS = frozenset({"Parameters", "ResultSelector", "ItemSelector", "BatchInput", "Assign"})
_CONTEXT = ("context",)
_PATH = re.compile(r"\$\$?[.\[]")


@cached_on_state
def computable_texts(state: State) -> tuple[tuple[Path, str], ...]:
    """Every text among the state's own fields where one may be computed, and its path."""
    return tuple(_own_texts(state))


@cached_on_state
def computed_values(state: State) -> tuple[FormattedValue, ...]:
    """Every text among the state's own fields that is computed."""
    format = "jsonata" if state.language == "JSONata" else "path-or-intrinsic"
    found = (text for text in computable_texts(state) if _is_computed(*text, state.language))
    return tuple(FormattedValue(place, text, format) for place, text in found)


@cached_on_state
def variables_read(state: State) -> tuple[tuple[Path, str], ...]:
    """The variables that the state's computed texts read, each text's in the order of the alphabet."""
    return tuple((place.path, name) for place in computed_values(state) for name in sorted(variables(place)))


@cached_on_state
def context_read(state: State) -> tuple[tuple[Path, tuple[str, ...]], ...]:
    """What the state's computed texts read of the context object: the names that lead to it."""
    return tuple((place.path, names) for place in computed_values(state) for names in context_members(place))


def _own_texts(state: State) -> Iterator[tuple[Path, str]]:
    known = _computed_fields(schema_of_state(state))
    for key, field in state.fields.items():
        if key not in known:
            continue
        for place, value in values(field, (*state.path, key)):
            if isinstance(value, str):
                yield place, value


def looks_computed(text: str) -> bool:
    """True if `text` would be a path into the input or the context, or a call, if it were computed."""
    if _PATH.match(text):
        return path.is_path(text)
    return text.startswith("States.") and intrinsic.call(text) is not None


def paths(text: str) -> tuple[str, ...]:
    """The JSONPaths in a text that is one, or a call of an intrinsic function."""
    if text.startswith("$"):
        return (text,)
    call = intrinsic.call(text)
    return tuple(call.paths) if call else ()


def variables(place: FormattedValue) -> frozenset[str]:
    """The names of the variables that the text at `place` reads, and does not ask for by $exists."""
    if not isinstance(place.value, str):
        return frozenset()
    if not embedded.source(place.value):
        return frozenset(name for found in paths(place.value) if (name := path.variable(found)) is not None)
    said = embedded.read(place.value)
    names = frozenset(use.name for use in said.uses if use.kind == "variable")
    return names - said.tested - {"", "$", "states"}


def context_members(place: FormattedValue) -> Iterator[tuple[str, ...]]:
    """What the text at `place` reads of the context object: the names that lead to it."""
    if not isinstance(place.value, str):
        return
    if not embedded.source(place.value):
        yield from (path.members(found) for found in paths(place.value) if found.startswith("$$"))
        return
    for use in embedded.read(place.value).uses:
        if use.name == "states" and use.members[:1] == _CONTEXT:
            yield use.members[1:]


@cache
def _computed_fields(name: str) -> frozenset[str]:
    return frozenset(schema(name)["properties"].keys() - _NOT_COMPUTED)


def _is_computed(place: Path, text: str, language: QueryLanguage) -> bool:
    if language == "JSONata":
        return text.startswith(embedded.OPENING)
    key = str(place[-1])
    if key.endswith(".$"):
        return True
    return (key.endswith("Path") or key == "Variable") and _PAYLOADS.isdisjoint(place)
