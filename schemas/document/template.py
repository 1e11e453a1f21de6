"""Texts that contain definitions: a template of CloudFormation, a `serverless.yml`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from schemas.core.coerce import mapping
from schemas.core.paths import Path
from schemas.document.document import Document, Format, Position
from schemas.document.embedding.characters import (
    Characters,
    Literal,
    double_quoted,
    fixed,
    json_string,
    single_quoted,
)
from schemas.document.embedding.embedding import Embedding
from schemas.document.embedding.lines import Lines, common_indent
from schemas.document.joined import joined_pieces, joined_text
from schemas.document.parsing import ParseResult, parse
from schemas.document.text.lines import next_line
from schemas.document.text.tree import Members, Node, descend
from schemas.document.yaml.dialect import CLOUDFORMATION, Dialect
from schemas.document.yaml.tree import YamlNode


@dataclass(frozen=True)
class Excerpt(Document):
    """The value at the path `at` of a larger text as a document; positions are those in the whole text."""

    dialect: Dialect = CLOUDFORMATION
    at: Path = ()

    @cached_property
    def _parsed(self) -> ParseResult:
        whole = _parse_whole(self.text, self.format, self.dialect)
        node = node_at(whole, self.at)
        if node is None:
            return whole
        return replace(whole, value=node.value, yaml=node)


@dataclass(frozen=True)
class Quotation:
    """A definition inside a string of a larger text; `start` is the position of its first character.

    `indent` is the indentation of its lines there; None if the string has escapes or is joined from parts, so
    that only the beginning can be located. `embedding` is the way in which the definition is written there;
    None where only a person can change it.
    """

    document: Document
    start: Position
    indent: int | None
    embedding: Embedding | None = None

    def rewritten(self, definition: str) -> str | None:
        """The larger text with a new `definition`; None if a person has to insert it by hand."""
        return self.embedding.rewritten(definition) if self.embedding else None

    def place(self, line: int, column: int) -> Position:
        """The position in the larger text for a position in the definition."""
        if self.indent is None:
            return self.start
        return Position(self.start.line + line - 1, column + self.indent)


@dataclass(frozen=True)
class Template(Document):
    """The larger text, whose YAML is read in the `dialect` of the tool that takes it."""

    dialect: Dialect = CLOUDFORMATION

    @cached_property
    def _parsed(self) -> ParseResult:
        return _parse_whole(self.text, self.format, self.dialect)

    def node(self, at: Path) -> Node | None:
        """The value at the path `at` in the tree; None if there is none, or the text cannot be parsed."""
        return node_at(self._parsed, at)

    def excerpt(self, at: Path) -> Excerpt:
        """The object at the path `at` as a document."""
        return Excerpt(self.text, self.format, self.dialect, at)

    def is_shared(self, at: Path, inside: bool = False) -> bool:
        """True if the value at `at` stands elsewhere, too: by an anchor, an alias or a merge of YAML.

        With `inside`, also if a value in it does.
        """
        if self._tree is None:
            return False
        entries = descend(self._tree, at, Members())
        if any(entry.merge for entry in entries):
            return True
        nodes = [self._tree, *(entry.node for entry in entries)]
        inner = list(_all_inside(nodes[-1])) if inside and len(entries) == len(at) else []
        return any(isinstance(node, YamlNode) and (node.is_alias or node.anchor) for node in (*nodes, *inner))

    def quotation(self, at: Path) -> Quotation | None:
        """The definition in the string at `at` (also in `Fn::Sub` or `Fn::Join`); None if there is none."""
        node = self.node(at)
        text = joined_text(node.value) if node else None
        if node is None or text is None or "StartAt" not in text:
            return None
        literal = next((inner for inner in _strings(node) if inner.value in (text, {"Fn::Sub": text})), None)
        if literal is not None and self._is_block(literal):
            return self._by_lines(text, literal)
        embedding = self._characters(text, [literal] if literal else list(joined_pieces(node)))
        return Quotation(_definition(text), self._position(_body(literal or node)), None, embedding)

    def _is_block(self, node: Node) -> bool:
        return isinstance(node, YamlNode) and self.text.startswith(("|", ">"), node.body)

    def _by_lines(self, text: str, node: Node) -> Quotation:
        """The definition in a literal or folded scalar."""
        begin = next_line(self.text, _body(node))
        end = node.end if self.text[node.end - 1] in "\r\n" else next_line(self.text, node.end)
        indent = common_indent(self.text[begin:end])
        lines = Lines(self.text, begin, end, indent)
        here = Position(self._position(_body(node)).line + 1, 1)
        document = _definition(lines.text)
        if _is_written(document, text):
            return Quotation(document, here, len(indent), lines)
        indented = self.text.startswith("|", _body(node))
        return Quotation(_definition(text), here, len(indent) if indented else None)

    def _characters(self, text: str, pieces: Sequence[Node | str]) -> Characters | None:
        read = [self._literal(piece) for piece in pieces]
        if len(read) == 1 and not read[0].spans:
            return None
        embedding = Characters(self.text, tuple(read))
        return embedding if embedding.text == text else None

    def _literal(self, piece: Node | str) -> Literal:
        """The string at a node; a text that stays as it is where it has no quotes."""
        if isinstance(piece, str):
            return fixed(piece)
        at, literal = _body(piece), None
        if self.text.startswith('"', at):
            read = double_quoted if isinstance(piece, YamlNode) else json_string
            literal = read(self.text, at)
        elif self.text.startswith("'", at):
            literal = single_quoted(self.text, at)
        return literal or fixed(str(mapping(piece.value).get("Fn::Sub", piece.value)))


def node_at(parsed: ParseResult, at: Path) -> Node | None:
    """The value at the path `at` in the tree; None if there is none, or the text cannot be parsed."""
    if parsed.tree is None:
        return None
    entries = descend(parsed.tree, at, Members())
    if len(entries) < len(at):
        return None
    return entries[-1].node if entries else parsed.tree


@lru_cache(maxsize=4)
def _parse_whole(text: str, format: Format, dialect: Dialect) -> ParseResult:
    return parse(text, format, dialect)


def _body(node: Node) -> int:
    return node.body if isinstance(node, YamlNode) else node.start


def _definition(text: str) -> Document:
    return Document.parse(text, "json" if text.lstrip().startswith("{") else None)


def _is_written(document: Document, text: str) -> bool:
    """True if the document is the `text`, perhaps with other breaks between its lines."""
    lines = document.text.replace("\r\n", "\n").rstrip("\n")
    if lines == text.rstrip("\n"):
        return True
    return (
        document.problem is None and document.format == "json" and document.value == _definition(text).value
    )


def _all_inside(node: Node) -> Iterator[Node]:
    """Yield the values inside `node`."""
    waiting = [node]
    while waiting:
        inner = [entry.node for entry in waiting.pop().entries]
        yield from inner
        waiting += inner


def _strings(node: Node) -> list[Node]:
    """The nodes in which the text of an `Fn::Sub` may stand."""
    inner = [entry.node for entry in node.entries]
    return [node, *inner, *(entry.node for other in inner for entry in other.entries)]
