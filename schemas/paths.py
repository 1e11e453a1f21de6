"""Paths into a definition: the keys and indexes that lead from its root to a value."""

from __future__ import annotations

from typing import Union

Json = Union[None, bool, int, float, str, list["Json"], dict[str, "Json"]]
Path = tuple[str | int, ...]


def pointer(path: Path) -> str:
    """`path` as a JSON pointer, `/States/A~1B/Choices/0` (RFC 6901)."""
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in path)
