"""Texts that contain definitions: a template of CloudFormation, a `serverless.yml`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from schemas.core.coerce import mapping
from schemas.core.paths import Json, Path
from schemas.document.document import Document, Format, Position
from schemas.document.parsing import ParseResult, parse
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
        node = _node(whole, self.at)
        if node is None:
            return whole
        return replace(whole, value=node.value, yaml=node)


@dataclass(frozen=True)
class Quotation:
    """A definition inside a string of a larger text; `start` is the position of its first character.

    `indent` is the indentation of its lines there; None if the string has escapes or is joined from parts, so
    that only the beginning can be located. `around` is the text before and after its lines; None if the lines
    are not the same as in the definition.
    """

    document: Document
    start: Position
    indent: int | None
    around: tuple[str, str] | None = None

    def rewritten(self, definition: str) -> str | None:
        """The larger text with a new `definition`; None if a person has to insert it by hand."""
        if self.around is None or self.indent is None:
            return None
        before, after = self.around
        return before + _indented(definition, self.indent) + after

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

    def excerpt(self, at: Path) -> Excerpt:
        """The object at the path `at` as a document."""
        return Excerpt(self.text, self.format, self.dialect, at)

    def quotation(self, at: Path) -> Quotation | None:
        """The definition in the string at `at` (also in `Fn::Sub` or `Fn::Join`); None if there is none."""
        node = _node(self._parsed, at)
        text = _text(node.value) if node else None
        if node is None or text is None or "StartAt" not in text:
            return None
        literal = next((inner for inner in _strings(node) if inner.value in (text, {"Fn::Sub": text})), node)
        document = Document.parse(text, "json" if text.lstrip().startswith("{") else None)
        return self._quoted(document, literal)

    def _quoted(self, document: Document, node: Node) -> Quotation:
        """The definition in the string at `node`."""
        body = node.body if isinstance(node, YamlNode) else node.start
        here = self._position(body)
        if not self.text.startswith("|", body):
            return Quotation(document, here, None)
        begin = self.text.index("\n", body) + 1
        lines = self.text[begin : node.end]
        first = next((line for line in lines.splitlines() if line.strip()), "")
        indent = len(first) - len(first.lstrip(" "))
        is_unchanged = _indented(document.text.rstrip("\n"), indent) == lines.rstrip("\n")
        end = begin + len(lines.rstrip("\n"))
        around = (self.text[:begin], self.text[end:]) if is_unchanged else None
        return Quotation(document, Position(here.line + 1, 1), indent, around)


@lru_cache(maxsize=4)
def _parse_whole(text: str, format: Format, dialect: Dialect) -> ParseResult:
    return parse(text, format, dialect)


def _node(parsed: ParseResult, at: Path) -> Node | None:
    if parsed.tree is None:
        return None
    entries = descend(parsed.tree, at, Members())
    if len(entries) < len(at):
        return None
    return entries[-1].node if entries else parsed.tree


def _text(value: Json) -> str | None:
    """The string that a value produces, with placeholders for parts from functions; None if it is none."""
    if isinstance(value, str):
        return value
    template = mapping(value).get("Fn::Sub")
    if isinstance(template, list) and template:
        template = template[0]
    if isinstance(template, str):
        return template
    joined = mapping(value).get("Fn::Join")
    if not isinstance(joined, list) or len(joined) != 2 or not isinstance(joined[1], list):
        return None
    parts = (part if isinstance(part, str) else "${Value}" for part in joined[1])
    return joined[0].join(parts) if isinstance(joined[0], str) else None


def _strings(node: Node) -> list[Node]:
    """The nodes in which the text of an `Fn::Sub` may stand."""
    inner = [entry.node for entry in node.entries]
    return [node, *inner, *(entry.node for other in inner for entry in other.entries)]


def _indented(text: str, indent: int) -> str:
    lines = text.rstrip("\n").split("\n")
    return "\n".join(" " * indent + line if line.strip() else line for line in lines)
