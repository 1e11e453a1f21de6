"""Fields of an input contract from a sample input, and an example input from a contract."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from schemas.core.coerce import mapping
from schemas.core.paths import Json
from schemas.sidecar.input_contract import InputField
from schemas.sidecar.limits import MAX_ENTRIES

MAX_PATH = 200
MAX_DEPTH = 50

_EXAMPLES: dict[str, Json] = {"string": "", "number": 0, "boolean": False, "object": {}, "array": []}


def sample_fields(sample: Json) -> dict[str, dict[str, Json]]:
    """The fields of a sample input by their paths, in its order: the type and the example of each.

    An object is followed to what is in it; an array is a field as a whole, and so is an object with a key
    that no path can have. A null has neither type nor example.
    """
    found: dict[str, dict[str, Json]] = {}
    for path, value in _leaves(mapping(sample), "", 0):
        if len(found) < MAX_ENTRIES and len(path) <= MAX_PATH:
            found[path] = {} if value is None else {"type": _type(value), "example": value}
    return found


def example_input(contract: Mapping[str, InputField]) -> Json:
    """An input with an example of each field: its own, else an empty value of its type.

    A field within one that is no object is left out.
    """
    root: dict[str, Json] = {}
    for path, field in contract.items():
        *around, last = path.split(".")
        inner: Json = root
        for key in around[:MAX_DEPTH]:
            inner = inner.setdefault(key, {}) if isinstance(inner, dict) else None
        if isinstance(inner, dict):
            inner.setdefault(last, _EXAMPLES.get(field.type) if field.example is None else field.example)
    return root


def _leaves(fields: Mapping[str, Json], before: str, depth: int) -> Iterator[tuple[str, Json]]:
    for key, value in fields.items():
        path = f"{before}{key}"
        if not key or "." in key:
            continue
        if isinstance(value, dict) and value and depth < MAX_DEPTH and all(map(_is_step, value)):
            yield from _leaves(value, f"{path}.", depth + 1)
        else:
            yield path, value


def _is_step(key: str) -> bool:
    return bool(key) and "." not in key


def _type(value: Json) -> str:
    kinds = ((bool, "boolean"), (str, "string"), (dict, "object"), (list, "array"))
    return next((name for kind, name in kinds if isinstance(value, kind)), "number")
