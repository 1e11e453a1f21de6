"""The edits: small frozen values that say what is to change in a document's text.

`Document.apply` carries them out as splices. Every edit has an inverse, a `Replace`, so undo, redo and
history are the same list of edits.
"""

from __future__ import annotations

from dataclasses import dataclass

from schemas.core.paths import Json, Path


class EditRefused(Exception):
    """An edit that cannot be carried out as meant; its code is one of `schemas/messages/`, with params."""

    def __init__(self, code: str, **params: str) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


@dataclass(frozen=True, slots=True)
class Set:
    """Give the value at `path`; a key that is not there yet is added last. The parent must be there."""

    path: Path
    value: Json


@dataclass(frozen=True, slots=True)
class Insert:
    """Add a new key, or an item at an index, before the key `before` (last where None; for arrays the index
    in `path` says where)."""

    path: Path
    value: Json
    before: str | None = None


@dataclass(frozen=True, slots=True)
class Remove:
    """Take the key or item at `path` away, with the comments in it; those around it and behind it stay."""

    path: Path


@dataclass(frozen=True, slots=True)
class Rename:
    """Give the key at `path` another name, in its place."""

    path: Path
    key: str


@dataclass(frozen=True, slots=True)
class Move:
    """Take the key or item at `path` with its text, the comments in it and the one behind it to `to`, a path
    that is free: a new key (added last) or an array index. `to` is read in the document from which `path` has
    been taken."""

    path: Path
    to: Path


@dataclass(frozen=True, slots=True)
class Splice:
    """Characters `start` to `end` of the text become `text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Replace:
    """Splices of the text as it stands, in ascending order, none overlapping."""

    splices: tuple[Splice, ...]


Edit = Set | Insert | Remove | Rename | Move | Replace
