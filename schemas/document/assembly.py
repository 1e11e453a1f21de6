"""A definition that is put together from parts of several files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from schemas.core.diagnostic import Diagnostic
from schemas.core.paths import Json, Path
from schemas.document.document import Document, Position
from schemas.document.template import Template


@dataclass(frozen=True)
class Part:
    """The value at the path `at` of the file `file`, whose whole text is `document`."""

    file: str
    document: Template
    at: Path


@dataclass(frozen=True)
class Assembly(Document):
    """A definition whose `assembled` value comes from several `parts`, by the path at which each begins.

    Its positions are those in the files of the parts. It cannot be edited.
    """

    assembled: Json = None
    parts: Mapping[Path, Part] = field(default_factory=dict)

    @classmethod
    def of(cls, value: Json, parts: Mapping[Path, Part]) -> Assembly:
        """The definition `value`; the part at the path () is that around all others."""
        documents = {id(part.document): part.document for part in parts.values()}
        text = "\n".join(document.text for document in documents.values())
        return cls(text, "yaml", value, parts)

    @property
    def value(self) -> Json:
        """The value that was put together."""
        return self.assembled

    @property
    def problem(self) -> Diagnostic | None:
        """Always None: only values without syntax errors are put together."""
        return None

    @property
    def repeated_names(self) -> list[Diagnostic]:
        """Those of each part."""
        return [each for path, part in self.parts.items() for each in _placed(path, part, _repeated(part))]

    @property
    def leading_zeros(self) -> list[Diagnostic]:
        """Those of each part, without fixes."""
        return [each for path, part in self.parts.items() for each in _placed(path, part, _zeros(part))]

    def position(self, path: Path, key: bool = False) -> Position:
        """The position of the value at `path`, or of its `key`, in its file."""
        part, inside = self.place(path, key)
        return replace(part.document.position(inside, key), file=part.file)

    def is_quoted(self, path: Path) -> bool:
        """True if the value at `path` is written between quotes in its file."""
        part, inside = self.place(path)
        return part.document.is_quoted(inside)

    def place(self, path: Path, key: bool = False) -> tuple[Part, Path]:
        """The part in which the value at `path`, or its `key`, stands, and the path in that file."""
        for length in range(len(path) - (key and bool(path)), -1, -1):
            part = self.parts.get(path[:length])
            if part is not None:
                return part, (*part.at, *path[length:])
        return self.parts[()], (*self.parts[()].at, *path)


def _repeated(part: Part) -> list[Diagnostic]:
    return part.document.excerpt(part.at).repeated_names


def _zeros(part: Part) -> list[Diagnostic]:
    return part.document.excerpt(part.at).leading_zeros


def _placed(path: Path, part: Part, diagnostics: list[Diagnostic]) -> Iterator[Diagnostic]:
    for found in diagnostics:
        yield replace(found, path=(*path, *found.path), fix=None, file=part.file)
