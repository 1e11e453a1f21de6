"""Elements of an XML text with their lines, read without document types, entities or other files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from schemas.diagrams.diagram import DiagramRefused

MAX_ELEMENTS = 50_000
MAX_DEPTH = 100


@dataclass(slots=True)
class Element:
    """An element: name, attributes, text before its first child, children, and its place from 1."""

    name: str
    attributes: dict[str, str]
    line: int
    column: int
    text: str = ""
    children: list[Element] = field(default_factory=list)

    def named(self, name: str) -> Iterator[Element]:
        """The children of that name."""
        return (child for child in self.children if child.name == name)

    def child(self, name: str) -> Element | None:
        """The first child of that name."""
        return next(self.named(name), None)


def parse_xml(text: str, line: int = 1) -> Element:
    """The root element of `text`, whose first line is `line` of the file.

    Raises `DiagramRefused` for text that is no XML, for a document type (entities may be bombs, or name files
    of the reader's machine), and beyond 50,000 elements or 100 levels.
    """
    return _Reader(line).read(text)


class _Reader:
    def __init__(self, line: int) -> None:
        self._offset = line - 1
        self._root = Element("", {}, line, 1)
        self._open: list[Element] = []
        self._count = 0
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters
        self._parser.StartDoctypeDeclHandler = self._doctype

    def read(self, text: str) -> Element:
        try:
            self._parser.Parse(text.encode("utf-8", "replace"), True)
        except expat.ExpatError as error:
            line, column = error.lineno + self._offset, error.offset + 1
            raise DiagramRefused(
                "diagram-bad-xml", line, column, error=expat.ErrorString(error.code)
            ) from error
        return self._root

    def _place(self) -> tuple[int, int]:
        return self._parser.CurrentLineNumber + self._offset, self._parser.CurrentColumnNumber + 1

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if self._count > MAX_ELEMENTS or len(self._open) >= MAX_DEPTH:
            raise DiagramRefused("diagram-xml-too-large", *self._place())
        element = Element(name, attributes, *self._place())
        if self._open:
            self._open[-1].children.append(element)
        else:
            self._root = element
        self._open.append(element)

    def _end(self, _name: str) -> None:
        self._open.pop()

    def _characters(self, text: str) -> None:
        if self._open and not self._open[-1].children:
            self._open[-1].text += text

    def _doctype(self, *_: object) -> None:
        raise DiagramRefused("diagram-doctype", *self._place())
