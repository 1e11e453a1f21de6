"""The expressions in the fields of a state, and the variables and context fields that they read.

An expression is a JSONata text, a JSONPath or a call of an intrinsic function.
"""

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
    """The strings in fields of the state that may hold an expression, with their paths."""
    return tuple(_computable_texts(state))


@cached_on_state
def computed_values(state: State) -> tuple[FormattedValue, ...]:
    """The strings in fields of the state that are expressions, with their paths and formats."""
    format = "jsonata" if state.language == "JSONata" else "path-or-intrinsic"
    found = (text for text in computable_texts(state) if _is_computed(*text, state.language))
    return tuple(FormattedValue(path, text, format) for path, text in found)


@cached_on_state
def variables_read(state: State) -> tuple[tuple[Path, str], ...]:
    """The variables that the expressions of the state read: path of the expression and variable name.

    The variables of one expression are in alphabetical order.
    """
    return tuple((each.path, name) for each in computed_values(state) for name in sorted(variables(each)))


@cached_on_state
def context_read(state: State) -> tuple[tuple[Path, tuple[str, ...]], ...]:
    """The fields of the context object that the expressions of the state read.

    Pairs of the expression's path and the names that lead to the field.
    """
    return tuple((each.path, names) for each in computed_values(state) for names in context_members(each))


def _computable_texts(state: State) -> Iterator[tuple[Path, str]]:
    computed = _computed_fields(schema_of_state(state))
    for key, field in state.fields.items():
        if key not in computed:
            continue
        if isinstance(field, str):
            yield (*state.path, key), field
        elif isinstance(field, dict | list):
            inner = values(field, (*state.path, key))
            yield from ((at, value) for at, value in inner if isinstance(value, str))


def looks_computed(text: str) -> bool:
    """True if `text`, as an expression, would be a path into input or context or an intrinsic call."""
    if _PATH.match(text):
        return path.is_path(text)
    return text.startswith("States.") and intrinsic.call(text) is not None


def paths(text: str) -> tuple[str, ...]:
    """The JSONPaths in a text: the text itself if it is one, or the paths in an intrinsic call."""
    if text.startswith("$"):
        return (text,)
    call = intrinsic.call(text)
    return tuple(call.paths) if call else ()


def variables(expression: FormattedValue) -> frozenset[str]:
    """The names of the variables that the expression reads, without those that it tests by $exists."""
    if not isinstance(expression.value, str):
        return frozenset()
    if not embedded.source(expression.value):
        return frozenset(
            name for found in paths(expression.value) if (name := path.variable(found)) is not None
        )
    parsed = embedded.read(expression.value)
    names = frozenset(use.name for use in parsed.uses if use.kind == "variable")
    return names - parsed.tested - {"", "$", "states"}


def context_members(expression: FormattedValue) -> Iterator[tuple[str, ...]]:
    """The fields of the context object that the expression reads: for each, the names that lead to it."""
    if not isinstance(expression.value, str):
        return
    if not embedded.source(expression.value):
        in_context = (each for each in paths(expression.value) if each.startswith("$$"))
        yield from map(path.members, in_context)
        return
    for use in embedded.read(expression.value).uses:
        if use.name == "states" and use.members[:1] == _CONTEXT:
            yield use.members[1:]


@cache
def _computed_fields(name: str) -> frozenset[str]:
    return frozenset(schema(name)["properties"].keys() - _NOT_COMPUTED)


def _is_computed(path: Path, text: str, language: QueryLanguage) -> bool:
    if language == "JSONata":
        return text.startswith(embedded.OPENING)
    key = str(path[-1])
    if key.endswith(".$"):
        return True
    return (key.endswith("Path") or key == "Variable") and _PAYLOADS.isdisjoint(path)
