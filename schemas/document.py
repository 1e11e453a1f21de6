"""A definition held as text, with an ordered tree of spans on it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from schemas.diagnostic import Diagnostic
from schemas.edits import Edit, Replace
from schemas.paths import Json, Path

Format = Literal["json", "yaml"]


@dataclass(frozen=True, slots=True)
class Position:
    """A place in the text; line and column count from 1."""

    line: int
    column: int


@dataclass(frozen=True)
class Document:
    """A definition's text, unchanged, and what it means."""

    text: str
    format: Format

    @classmethod
    def parse(cls, text: str, format: Format | None = None) -> Document:
        """Hold `text`; where `format` is None, JSON is tried first. Broken text is held too: see `problem`."""
        return cls(text, format or "json")

    @cached_property
    def value(self) -> Json:
        """The plain data that the text means (aliases and merges expanded); None where it is broken."""
        return json.loads(self.text)  # type: ignore[no-any-return]

    @property
    def problem(self) -> Diagnostic | None:
        """Why the text cannot be read; None where it can."""
        return None

    def position(self, path: Path, key: bool = False) -> Position:
        """Where the value at `path` (or its key) begins; of its nearest ancestor where it is not there."""
        raise NotImplementedError

    def path_at(self, line: int, column: int) -> Path:
        """The path of the innermost value around that place."""
        raise NotImplementedError

    def source(self, path: Path) -> str:
        """The text of the value at `path`, without its outer indentation, such that it parses alone."""
        raise NotImplementedError

    def apply(self, *edits: Edit) -> Applied:
        """The document after `edits`, in order. Raises `EditRefused`; then nothing has changed."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Applied:
    """A document after edits, the edits as splices, and the splices that undo them."""

    document: Document
    forward: Replace
    inverse: Replace
