"""The ordered tree of spans on a text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from schemas.core.paths import Json, Path


class Node(Protocol):
    """A value in the text: characters `start` to `end`, and the plain data that they mean."""

    start: int
    end: int
    value: Json

    @property
    def is_alias(self) -> bool:
        """True if it only names a value that stands elsewhere."""
        ...

    @property
    def entries(self) -> Sequence[Entry]:
        """The members of an object or array as they stand (a name may stand twice); none of a scalar."""
        ...


@dataclass(slots=True, frozen=True)
class Entry:
    """A member of an object or array.

    `start` to `key_end` is the key with its quotes, or the `-` of a YAML list by lines, or empty.
    `after` is the place after the colon or `-`; -1 where a YAML key has no colon. `merge` marks YAML's `<<`.
    """

    key: str | int
    start: int
    key_end: int
    node: Node
    after: int
    merge: bool = False

    @property
    def end(self) -> int:
        """The place after the last character: of the value, or of what comes before it if none is written."""
        return max(self.node.end, self.after, self.key_end)


class ParseError(Exception):
    """Why a text cannot be read, and where: a code of `schemas/messages/` with its params."""

    def __init__(self, code: str, offset: int, params: Mapping[str, str] | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.offset = offset
        self.params = params or {}


class Members:
    """The members of nodes by key, put in order once for each node, so that many are found quickly."""

    def __init__(self) -> None:
        self._by_key: dict[int, dict[str | int, Entry]] = {}

    def find(self, node: Node, key: str | int) -> Entry | None:
        """The member that `key` means: the last where a name stands twice, else the `<<` that brings it."""
        if id(node) not in self._by_key:
            self._by_key[id(node)] = {entry.key: entry for entry in node.entries if not entry.merge}
        entry = self._by_key[id(node)].get(key)
        if entry is not None or not isinstance(node.value, dict) or key not in node.value:
            return entry
        return next(
            (entry for entry in reversed(node.entries) if entry.merge and brings(entry.node.value, key)), None
        )


def descend(root: Node, path: Path, members: Members) -> list[Entry]:
    """The entries along `path`, as far as they are there; of what an alias or `<<` brings, its use."""
    found: list[Entry] = []
    node = root
    for part in path:
        entry = members.find(node, part)
        if entry is None:
            break
        found.append(entry)
        if entry.merge:
            break
        node = entry.node
    return found


def path_at(root: Node, offset: int) -> Path:
    """The path of the innermost value around `offset`; a key counts as its value's."""
    path: list[str | int] = []
    entries = root.entries
    while entries:
        inner = next((entry for entry in entries if entry.start <= offset <= entry.end), None)
        if inner is None or inner.merge:
            break
        path.append(inner.key)
        entries = inner.node.entries
    return tuple(path)


def with_merges(members: Sequence[tuple[str, Json, bool]]) -> dict[str, Json]:
    """The plain data of an object's members: key, value, and whether it is a YAML `<<`.

    What `<<` merges (an object, or a list of objects of which the first ones win) stands in its place; the
    object's own members win over it.
    """
    own = {key: value for key, value, merge in members if not merge}
    if len(own) == len(members):
        return own
    merged: dict[str, Json] = {}
    for _, value, merge in members:
        for part in reversed(value if isinstance(value, list) else [value]) if merge else ():
            merged.update(part if isinstance(part, dict) else {})
    whole: dict[str, Json] = {}
    for key, _, merge in members:
        if not merge:
            whole[key] = own[key]
            continue
        whole.update((name, merged[name]) for name in merged if name not in own)
    return whole


def brings(merged: Json, key: str | int) -> bool:
    """True if what a YAML `<<` merges, an object or a list of objects, has the member `key`."""
    parts = merged if isinstance(merged, list) else [merged]
    return any(isinstance(part, dict) and key in part for part in parts)
