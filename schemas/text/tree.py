"""The ordered tree of spans on a text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from schemas.paths import Json, Path


class Node(Protocol):
    """A value in the text: characters `start` to `end`, and the plain data that they mean."""

    start: int
    end: int
    value: Json

    @property
    def entries(self) -> Sequence[Entry]:
        """The members of an object or array as they stand (a name may stand twice); none of a scalar."""
        ...


@dataclass(slots=True, frozen=True)
class Entry:
    """A member of an object or array. `start` to `key_end` is the key with its quotes; empty in an array."""

    key: str | int
    start: int
    key_end: int
    node: Node


class Mistake(Exception):
    """Why a text cannot be read, and where: a code of `schemas/messages/` with its params."""

    def __init__(self, code: str, offset: int, params: Mapping[str, str] | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.offset = offset
        self.params = params or {}


def find(node: Node, key: str | int) -> Entry | None:
    """The member that `key` means: the last one where a name stands twice."""
    return next((entry for entry in reversed(node.entries) if entry.key == key), None)


def descend(root: Node, path: Path) -> list[Entry]:
    """The entries along `path`, as far as they are there."""
    found: list[Entry] = []
    node = root
    for part in path:
        entry = find(node, part)
        if entry is None:
            break
        found.append(entry)
        node = entry.node
    return found


def path_at(root: Node, offset: int) -> Path:
    """The path of the innermost value around `offset`; a key counts as its value's."""
    path: list[str | int] = []
    entries = root.entries
    while entries:
        inner = next((entry for entry in entries if entry.start <= offset <= entry.node.end), None)
        if inner is None:
            break
        path.append(inner.key)
        entries = inner.node.entries
    return tuple(path)
