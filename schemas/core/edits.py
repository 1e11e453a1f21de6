"""The edits of a document's text: small frozen values such as `Set`, `Insert` and `Remove`.

`Document.apply` applies them as splices of the text. Every edit has an inverse, a `Replace`, so undo, redo
and the history are the same list of edits.
"""

from __future__ import annotations

from dataclasses import dataclass

from schemas.core.paths import Json, Path


class EditRefused(Exception):
    """An edit cannot be applied; `code` and `params` give the message of `schemas/core/messages/`."""

    def __init__(self, code: str, **params: str) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


@dataclass(frozen=True, slots=True)
class Set:
    """Set the value at `path`. A new key is added as the last one. The parent must exist."""

    path: Path
    value: Json


@dataclass(frozen=True, slots=True)
class Insert:
    """Add a new key before the key `before` (None: as the last key), or an item at the index in `path`."""

    path: Path
    value: Json
    before: str | None = None


@dataclass(frozen=True, slots=True)
class Remove:
    """Delete the key or item at `path` with the comments inside it; comments around and behind it stay."""

    path: Path


@dataclass(frozen=True, slots=True)
class Rename:
    """Rename the key at `path` to `key`, in its place."""

    path: Path
    key: str


@dataclass(frozen=True, slots=True)
class Move:
    """Move the key or item at `path`, with its text and comments, to the path `to`.

    `to` ends with a new key (added as the last one) or an array index; it is a path in the document without
    the moved value.
    """

    path: Path
    to: Path


@dataclass(frozen=True, slots=True)
class Splice:
    """Replace the characters from `start` to `end` (offsets) of the text by `text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Replace:
    """Apply splices of the present text; they are in ascending order and do not overlap."""

    splices: tuple[Splice, ...]


Edit = Set | Insert | Remove | Rename | Move | Replace
