"""Fields of an input contract from a sample input, and an example input from a contract."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Final

from schemas.core.coerce import mapping
from schemas.core.paths import Json
from schemas.sidecar.input_contract import InputField
from schemas.sidecar.limits import MAX_ENTRIES

MAX_PATH = 200
MAX_DEPTH = 50

_ITEM: Final = re.compile(r"\[(?:\*|\d*)\]$")
"""The end of a step that goes into the items of an array: `lines[]`."""

_EXAMPLES: dict[str, Json] = {"string": "", "number": 0, "boolean": False, "object": {}, "array": []}


def sample_fields(sample: Json) -> dict[str, dict[str, Json]]:
    """The fields of a sample input by their paths, in its order: the type and the example of each.

    An object is followed to what is in it, and an array of objects to what is in any of them (`lines[].sku`).
    Another array is a field as a whole, and so is an object with a key that no path can have. A null has
    neither type nor example.
    """
    found: dict[str, dict[str, Json]] = {}
    for path, value in _leaves(mapping(sample), "", 0):
        if len(found) < MAX_ENTRIES and len(path) <= MAX_PATH:
            found[path] = {} if value is None else {"type": _type(value), "example": value}
    return found


def example_input(contract: Mapping[str, InputField]) -> Json:
    """An input with an example of each field: its own, else an empty value of its type.

    An array has one item. A field within one that is no object is left out.
    """
    root: dict[str, Json] = {}
    for path, field in contract.items():
        *around, last = path.split(".")
        inner: Json = root
        for key in around[:MAX_DEPTH]:
            inner = _within(inner, key)
        if isinstance(inner, dict):
            value = deepcopy(_EXAMPLES.get(field.type) if field.example is None else field.example)
            name = _ITEM.sub("", last)
            inner.setdefault(name, value if name == last else [value])
    return root


def _within(around: Json, step: str) -> Json:
    """The object that a step leads to, made where it is not there; None for a value that is none."""
    if not isinstance(around, dict):
        return None
    name = _ITEM.sub("", step)
    if name == step:
        return around.setdefault(name, {})
    items = around.setdefault(name, [])
    if not isinstance(items, list):
        return None
    if not items:
        items.append({})
    return items[0]


def _leaves(fields: Mapping[str, Json], before: str, depth: int) -> Iterator[tuple[str, Json]]:
    for key, value in fields.items():
        path = f"{before}{key}"
        if not _is_step(key):
            continue
        items: list[Json] = value if isinstance(value, list) else [value]
        if not items or depth >= MAX_DEPTH or not all(map(_is_followed, items)):
            yield path, value
            continue
        yield from _leaves(_together(items), f"{path}." if value is not items else f"{path}[].", depth + 1)


def _together(items: list[Json]) -> dict[str, Json]:
    """The members of any of the objects, each with its first value that is not null."""
    found: dict[str, Json] = {}
    for key, value in (member for item in items for member in mapping(item).items()):
        if found.get(key) is None:
            found[key] = value
    return found


def _is_followed(value: Json) -> bool:
    return isinstance(value, dict) and bool(value) and all(map(_is_step, value))


def _is_step(key: str) -> bool:
    return bool(key) and not any(mark in key for mark in ".[]")


def _type(value: Json) -> str:
    kinds = ((bool, "boolean"), (str, "string"), (dict, "object"), (list, "array"))
    return next((name for kind, name in kinds if isinstance(value, kind)), "number")
