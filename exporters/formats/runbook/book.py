"""A book in no format: sections of paragraphs, lists, tables, code, and one picture."""

from __future__ import annotations

from dataclasses import dataclass

from schemas.core.diagnostic import Language

Cell = tuple[str, ...]
"""The lines in a cell of a table."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text."""

    text: str


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; its items are steps in an order if it is `numbered`."""

    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `head` is empty where the first column has the names of the rows."""

    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Code:
    """Text to be copied as it is."""

    text: str


@dataclass(frozen=True, slots=True)
class Picture:
    """The place of the picture, with the words for who cannot see it."""

    words: str


Block = Paragraph | Bullets | Table | Code | Picture


@dataclass(frozen=True, slots=True)
class Section:
    """A section with its blocks, and the sections in it."""

    title: str
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...] = ()


@dataclass(frozen=True, slots=True)
class Book:
    """A book: its title, its language, and its sections."""

    title: str
    language: Language
    sections: tuple[Section, ...]
