"""Values at a JSONPath, in the dialect of the service (the Jayway library)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from player.core.written import is_longer
from player.expressions.filters import Filter, parse_filter
from player.expressions.path_functions import FUNCTIONS
from schemas.core.paths import Json

_NAME = re.compile(r"[^\s.\[\]()]+")
_QUOTED = re.compile(r"\s*(?:'((?:[^'\\]|\\.)*)'|\"((?:[^\"\\]|\\.)*)\")\s*(,?)")
_SLICE = re.compile(r"(-?\d+)?:(-?\d+)?(?::(-?\d+)?)?$")
_ESCAPED = re.compile(r"\\(.)")
_MISSING: object = object()
MOST_LETTERS = 16_777_216
MANY_VALUES, MOST_VALUES = 10_000, 1_000_000
"""The most values that a path leads to on its way, and their letters as JSON; a few `..` reach them soon."""


class NoValue(Exception):
    """There is no value at the path; the message says so as the service does."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a path: a selection of values inside one value.

    `kind` is one of names, index, indexes, slice, wildcard, filter, deep and function.
    """

    kind: str
    names: tuple[str, ...] = ()
    indexes: tuple[int | None, ...] = ()
    filter: Filter | None = None

    @property
    def is_definite(self) -> bool:
        """True if the step leads to at most one value."""
        return self.kind in ("names", "index", "function")

    @property
    def normalized(self) -> str:
        """The step with its names in brackets and quotes."""
        if self.kind == "names":
            return "[" + ",".join(f"'{name}'" for name in self.names) + "]"
        return f"[{','.join('' if one is None else str(one) for one in self.indexes)}]"


@dataclass(frozen=True, slots=True)
class JsonPath:
    """A path: its steps after the root, and if it leads to at most one value."""

    steps: tuple[Step, ...]
    is_definite: bool

    def value(self, root: Json) -> Json:
        """The value at the path in `root`; an array of all values where the path may lead to several.

        Raises `NoValue` where a path to one value leads to none, and `ValueError` for too many values.
        """
        if not self.is_definite:
            return self._all(root)
        for count, step in enumerate(self.steps, 1):
            found = _one(step, root)
            if found is _MISSING:
                normalized = "$" + "".join(step.normalized for step in self.steps[:count])
                missing = "No results for path:" if count == len(self.steps) else "Missing property in path"
                raise NoValue(f"{missing} {normalized}")
            root = found  # type: ignore[assignment]
        return root

    def _all(self, root: Json) -> Json:
        values: list[Json] = [root]
        for step in self.steps:
            if step.kind == "function":
                return FUNCTIONS[step.names[0]](values)
            selected = (found for value in values for found in _several(step, value))
            values = list(islice(selected, MOST_VALUES + 1))
            many = len(values) > MANY_VALUES
            if len(values) > MOST_VALUES or (many and is_longer(values, MOST_LETTERS)):
                raise ValueError("too many values")
        return values


@lru_cache(maxsize=4096)
def parse_path(text: str) -> JsonPath:
    """Parse the part of a path after its root, such as ".order.lines[0]". Raises `ValueError`."""
    steps = tuple(_steps(text))
    return JsonPath(steps, all(step.is_definite for step in steps))


def _one(step: Step, value: Json) -> object:
    """The value that a definite step selects, or `_MISSING`."""
    if step.kind == "function":
        return FUNCTIONS[step.names[0]](value)
    if step.kind == "index":
        (index,) = step.indexes
        inside = isinstance(value, list) and index is not None and -len(value) <= index < len(value)
        return value[index] if inside else _MISSING  # type: ignore[index]
    if not isinstance(value, dict):
        return _MISSING
    if len(step.names) == 1:
        return value.get(step.names[0], _MISSING)
    return {name: value[name] for name in step.names if name in value}


def _several(step: Step, value: Json) -> Iterator[Json]:
    if step.is_definite:
        found = _one(step, value)
        if found is not _MISSING:
            yield found  # type: ignore[misc]
        return
    yield from _SELECTIONS[step.kind](step, value)


def _wildcard(step: Step, value: Json) -> Iterator[Json]:
    if isinstance(value, dict):
        yield from value.values()
    elif isinstance(value, list):
        yield from value


def _deep(step: Step, value: Json) -> Iterator[Json]:
    """The value and all inside it, outer before inner."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        yield one
        if isinstance(one, dict | list):
            waiting.extend(reversed(list(_wildcard(step, one))))


def _indexes(step: Step, value: Json) -> Iterator[Json]:
    for index in step.indexes:
        found = _one(Step("index", indexes=(index,)), value)
        if found is not _MISSING:
            yield found  # type: ignore[misc]


def _slice(step: Step, value: Json) -> Iterator[Json]:
    if isinstance(value, list):
        yield from value[slice(*step.indexes)]


def _filter(step: Step, value: Json) -> Iterator[Json]:
    if step.filter is None:
        return
    if isinstance(value, list):
        yield from (item for item in value if step.filter(item))
    elif isinstance(value, dict) and step.filter(value):
        yield value


_SELECTIONS: dict[str, Callable[[Step, Json], Iterator[Json]]] = {
    "wildcard": _wildcard,
    "deep": _deep,
    "indexes": _indexes,
    "slice": _slice,
    "filter": _filter,
}


def _steps(text: str) -> Iterator[Step]:
    offset = 0
    while offset < len(text):
        if text.startswith("..", offset):
            yield Step("deep")
            offset += 2
            if text.startswith("[", offset):
                continue
        elif text[offset] == ".":
            offset += 1
            if text.startswith("[", offset):
                continue
        elif text[offset] == "[":
            end = _closing(text, offset)
            yield _bracket(text[offset + 1 : end].strip())
            offset = end + 1
            continue
        name = _NAME.match(text, offset)
        if name is None:
            raise ValueError(text)
        offset = name.end()
        if name[0] in FUNCTIONS and text.startswith("()", offset):
            yield Step("function", (name[0],))
            offset += 2
        else:
            yield Step("wildcard") if name[0] == "*" else Step("names", (_ESCAPED.sub(r"\1", name[0]),))


def _bracket(inside: str) -> Step:
    if inside == "*":
        return Step("wildcard")
    if inside.startswith(("'", '"')):
        return Step("names", tuple(_quoted(inside)))
    if inside.startswith("?"):
        return Step("filter", filter=parse_filter(inside[1:], _relative))
    if ":" in inside:
        return _sliced(inside)
    numbers = tuple(int(number) for number in inside.split(","))
    return Step("index" if len(numbers) == 1 else "indexes", indexes=numbers)


def _sliced(inside: str) -> Step:
    found = _SLICE.match("".join(inside.split()))
    if found is None:
        raise ValueError(inside)
    return Step("slice", indexes=tuple(int(number) if number else None for number in found.groups()))


def _quoted(inside: str) -> Iterator[str]:
    offset = 0
    while True:
        name = _QUOTED.match(inside, offset)
        if name is None:
            raise ValueError(inside)
        text, quote = (name[1], "'") if name[1] is not None else (name[2], '"')
        yield text.replace(f"\\{quote}", quote)
        offset = name.end()
        if not name[3]:
            return


def _relative(text: str, root: Json) -> tuple[bool, Json]:
    """True if there is a value at a path inside a filter, and that value."""
    path = parse_path(text)
    try:
        found = path.value(root)
    except NoValue:
        return False, None
    return path.is_definite or found != [], found


def _closing(text: str, offset: int) -> int:
    """The offset of the bracket that closes the one at `offset`. Raises `ValueError` if none does."""
    depth, quote, index = 0, "", offset
    while index < len(text):
        character = text[index]
        if quote:
            index += character == "\\"
            quote = "" if character == quote else quote
        elif character in "'\"":
            quote = character
        else:
            depth += (character in "[(") - (character in "])")
            if not depth:
                return index
        index += 1
    raise ValueError(text)
