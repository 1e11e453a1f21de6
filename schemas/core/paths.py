"""Paths into a definition: the keys and indexes that lead from its root to a value."""

from __future__ import annotations

Json = bool | int | float | str | list["Json"] | dict[str, "Json"] | None
Path = tuple[str | int, ...]


def pointer(path: Path) -> str:
    """`path` as a JSON pointer, `/States/A~1B/Choices/0` (RFC 6901)."""
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in path)


def field_of(path: Path) -> str:
    """The name of the field that the value at `path` belongs to; empty for the root."""
    return next((step for step in reversed(path) if isinstance(step, str)), "")
