"""The tree of spans: each value of a text with its offsets, in the order of the text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from schemas.core.paths import Json, Path


class Node(Protocol):
    """A value in the text: the offsets `start` and `end`, and its JSON value."""

    start: int
    end: int
    value: Json

    @property
    def is_alias(self) -> bool:
        """True if it is a YAML alias of another value."""
        ...

    @property
    def entries(self) -> Sequence[Entry]:
        """The members of an object or array (a name may occur twice); empty for a scalar."""
        ...


@dataclass(slots=True, frozen=True)
class Entry:
    """A member of an object or array.

    `start` to `key_end` are the offsets of the key with its quotes, or of the `-` of a YAML block list, or
    empty. `after` is the offset after the colon or `-`; -1 if a YAML key has no colon. `merge` marks the
    merge key `<<` of YAML.
    """

    key: str | int
    start: int
    key_end: int
    node: Node
    after: int
    merge: bool = False

    @property
    def end(self) -> int:
        """The offset after the value; after the key or colon if no value is written."""
        return max(self.node.end, self.after, self.key_end)


class ParseError(Exception):
    """A syntax error at `offset`; `code` and `params` give the message of `schemas/core/messages/`."""

    def __init__(self, code: str, offset: int, params: Mapping[str, str] | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.offset = offset
        self.params = params or {}


class Members:
    """Finds members of nodes by key; the index of each node is built once."""

    def __init__(self) -> None:
        self._by_key: dict[int, dict[str | int, Entry]] = {}

    def find(self, node: Node, key: str | int) -> Entry | None:
        """The member with `key`: the last one if the name occurs twice, else the `<<` that merges it."""
        if id(node) not in self._by_key:
            self._by_key[id(node)] = {entry.key: entry for entry in node.entries if not entry.merge}
        entry = self._by_key[id(node)].get(key)
        if entry is not None or not isinstance(node.value, dict) or key not in node.value:
            return entry
        return next(
            (entry for entry in reversed(node.entries) if entry.merge and merges_key(entry.node.value, key)),
            None,
        )


def descend(root: Node, path: Path, members: Members) -> list[Entry]:
    """The entries along `path`, as far as they exist; for a merged member, the entry of the `<<`."""
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
    """The path of the innermost value at `offset`; a key belongs to its value."""
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
    """The value of an object with these members: key, value, and True for a merge key `<<` of YAML.

    The merged members (of an object, or of a list of objects, the first ones having priority) take the place
    of the `<<`; members of the object itself have priority over them.
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


def merges_key(merged: Json, key: str | int) -> bool:
    """True if the value of a `<<`, an object or a list of objects, has the member `key`."""
    parts = merged if isinstance(merged, list) else [merged]
    return any(isinstance(part, dict) and key in part for part in parts)
