"""Input contracts made from an input: all of its fields, with their types."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

_TYPES = {str: "string", bool: "boolean", int: "number", float: "number", dict: "object", list: "array"}


def contract_of(value: Any) -> dict[str, dict[str, str]]:
    """The fields of a contract that has what the input has; an object with odd names stays a whole."""
    return {path: {"type": kind} if kind else {} for path, kind in _fields(value, "")}


def _fields(value: Any, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict) and value and all(name and not set(name) & set(".[]") for name in value):
        for name, inner in value.items():
            yield from _fields(inner, f"{path}.{name}" if path else name)
    elif isinstance(value, list) and value and all(isinstance(item, dict) for item in value) and path:
        for item in value:
            yield from _fields(item, f"{path}[]")
    elif path:
        yield path, _TYPES.get(type(value), "")
