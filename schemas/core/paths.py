"""Paths into a definition: the keys and indexes from its root to a value."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

Json = bool | int | float | str | list["Json"] | dict[str, "Json"] | None
Path = tuple[str | int, ...]
Entry = TypeVar("Entry")


def pointer(path: Path) -> str:
    """`path` as a JSON pointer, `/States/A~1B/Choices/0` (RFC 6901)."""
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in path)


def field_of(path: Path) -> str:
    """The last key in `path`: the name of the field that the value belongs to; empty for the root."""
    return next((step for step in reversed(path) if isinstance(step, str)), "")


def value_at(value: Json, path: Path) -> tuple[bool, Json]:
    """True if there is something at `path` inside `value`, and that."""
    for step in path:
        if isinstance(value, dict) and step in value:
            value = value[str(step)]
        elif isinstance(value, list) and isinstance(step, int) and 0 <= step < len(value):
            value = value[step]
        else:
            return False, None
    return True, value


def is_along(one: Path, other: Path) -> bool:
    """True if one of the paths leads to the other, or on from it, or if they are the same."""
    shorter = min(len(one), len(other))
    return one[:shorter] == other[:shorter]


def innermost(path: Path, entries: Mapping[Path, Entry]) -> Entry | None:
    """The entry at `path`, or else at its nearest ancestor that has one; None if none has, the root excluded.

    Finds the state that a diagnostic is in: `entries` are the states by their paths.
    """
    ancestors = (path[:length] for length in range(len(path), 0, -1))
    return next((entries[ancestor] for ancestor in ancestors if ancestor in entries), None)
