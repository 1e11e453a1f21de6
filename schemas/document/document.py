"""A definition as text, with a tree of spans for positions and edits."""

from __future__ import annotations

import dataclasses
import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from schemas.core.diagnostic import Diagnostic, Fix
from schemas.core.edits import Edit, EditRefused, Replace, Set, Splice
from schemas.core.paths import Json, Path, pointer, value_at
from schemas.document.json.parse_errors import fix_splice
from schemas.document.json.writer import json_splices, write_json
from schemas.document.parsing import Format, ParseResult, format_of, parse
from schemas.document.text.apply_edit import apply_edit
from schemas.document.text.draft import Draft
from schemas.document.text.limits import MAX_DEPTH
from schemas.document.text.lines import line_indent, line_start
from schemas.document.text.splices import between, checked, in_order, inverse, spliced
from schemas.document.text.tree import Members, Node, ParseError, descend, path_at
from schemas.document.yaml.tree import YamlNode

__all__ = ["Document", "EditResult", "Format", "Position"]

_UNWRITABLE = {"nesting-too-deep", "text-too-large", "json-number", "yaml-number", "lone-surrogate"}
_LINE_BREAK = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class Position:
    """A position in the text; line and column count from 1. `file` is set in a text of several files."""

    line: int
    column: int
    file: str = ""


@dataclass(frozen=True)
class Document:
    """The unchanged text of a definition, and its parsed value."""

    text: str
    format: Format

    @classmethod
    def parse(cls, text: str, format: Format | None = None) -> Document:
        """A document with `text`, whose format is guessed if not given. Never raises; see `problem`."""
        return cls(text, format or format_of(text))

    @property
    def value(self) -> Json:
        """The JSON value of the text, with expanded aliases and merges; None if it cannot be parsed."""
        return self._parsed.value

    @cached_property
    def problem(self) -> Diagnostic | None:
        """The syntax error of the text; None if it can be parsed."""
        error = self._parsed.error
        if error is None:
            return None
        at = self._position(error.offset)
        fix = self._fix_of(error)
        return Diagnostic(error.code, "error", (), at.line, at.column, error.params, fix)

    @cached_property
    def repeated_names(self) -> list[Diagnostic]:
        """Diagnostics of members that are overridden by a later member of the same name."""
        diagnostics = []
        for path, entry in self._parsed.repeated:
            at = self._position(entry.start)
            params = {"name": str(entry.key)}
            diagnostics.append(Diagnostic("repeated-name", "error", path, at.line, at.column, params))
        return diagnostics

    @cached_property
    def leading_zeros(self) -> list[Diagnostic]:
        """Diagnostics of numbers in YAML with a leading zero; their fix puts them in quotes."""
        diagnostics = []
        for path, node in self._parsed.leading_zeros:
            at = self._position(node.start)
            written = self.text[node.body : node.end]
            fix = Fix((Set(path, written),), safe=False)
            params = {"number": written}
            diagnostics.append(Diagnostic("leading-zero", "warning", path, at.line, at.column, params, fix))
        return diagnostics

    def position(self, path: Path, key: bool = False) -> Position:
        """The position of the value at `path`, or of its `key`; if there is none, of its nearest ancestor."""
        if self._tree is None:
            return Position(1, 1)
        entries = descend(self._tree, path, self._members)
        if not entries:
            return self._position(self._tree.start)
        key = key and len(entries) == len(path)
        return self._position(entries[-1].start if key else entries[-1].node.start)

    def path_at(self, line: int, column: int) -> Path:
        """The path of the innermost value at that position; a key belongs to its value."""
        if self._tree is None:
            return ()
        start = self._lines[min(max(line, 1), len(self._lines)) - 1] or line_start(self.text, 0)
        return path_at(self._tree, start + max(column, 1) - 1)

    def span(self, path: Path) -> tuple[int, int]:
        """The offsets from the beginning of the key to the end of the value at `path`.

        If the value does not exist, those of its nearest ancestor; (0, 0) if the text cannot be parsed.
        """
        if self._tree is None:
            return (0, 0)
        entries = descend(self._tree, path, self._members)
        return (entries[-1].start, entries[-1].end) if entries else (self._tree.start, self._tree.end)

    def is_quoted(self, path: Path) -> bool:
        """True if the value at `path` is written between quotes, or as a text of several lines."""
        if self._tree is None:
            return False
        entries = descend(self._tree, path, self._members)
        node = entries[-1].node if entries else self._tree
        while isinstance(node, YamlNode) and node.target is not None:
            node = node.target
        at = node.body if isinstance(node, YamlNode) else node.start
        return len(entries) == len(path) and self.text.startswith(('"', "'", "|", ">"), at)

    def source(self, path: Path) -> str:
        """The text of the value at `path`, without its outer indentation; it can be parsed on its own.

        Raises `EditRefused` if the text cannot be parsed or the value does not exist.
        """
        if self._tree is None:
            raise EditRefused("edit-broken-text")
        entries = descend(self._tree, path, self._members)
        node = entries[-1].node if entries else self._tree
        is_merged = bool(entries) and entries[-1].merge
        if len(entries) < len(path) or is_merged or node.is_alias:
            return self._write(self._value_at(path))
        if isinstance(node, YamlNode):
            from schemas.document.yaml.extract import extract, parses_alone

            excerpt = extract(self.text, node, entries[-1] if entries else None)
            return excerpt if parses_alone(excerpt, node) else _written(node.value, "yaml")
        indent = line_indent(self.text, entries[-1].start if entries else node.start)
        return self.text[node.start : node.end].replace("\n" + indent, "\n")

    def convert(self, format: Format, value: Json = None) -> Document:
        """Write the value as new text in `format`; return the document itself if it has that format.

        `value` is the same value where another notation of it is wanted, such as an `Unquoted`.
        Raises `EditRefused` if the text cannot be parsed.
        """
        if format == self.format:
            return self
        if self.problem:
            raise EditRefused("edit-broken-text")
        return Document(_written(self.value if value is None else value, format), format)

    def apply(self, *edits: Edit) -> EditResult:
        """Apply `edits` in order. Raises `EditRefused` if one of them cannot be applied."""
        document = self
        rounds: list[Replace] = []
        for is_replace, group in groupby(edits, lambda edit: isinstance(edit, Replace)):
            for step in [(edit,) for edit in group] if is_replace else [tuple(group)]:
                document, replace = document._after(step)
                rounds.append(replace)
        forward = rounds[0] if len(rounds) == 1 else between(self.text, document.text)
        return EditResult(document, forward, inverse(self.text, forward))

    def _fix_of(self, error: ParseError) -> Fix | None:
        """A fix after which the whole text can be parsed; None if there is none."""
        splice = fix_splice(self.text, error)
        if splice is None or parse(spliced(self.text, [splice]), self.format).error:
            return None
        return Fix((Replace((splice,)),))

    def _after(self, edits: tuple[Edit, ...]) -> tuple[Document, Replace]:
        """The document after a single `Replace`, or after a group of other edits."""
        if isinstance(edits[0], Replace):
            replace = checked(self.text, edits[0])
            return self._spliced(replace), replace
        if self._tree is None:
            raise EditRefused("edit-broken-text")
        try:
            return self._after_drafting(self._tree, edits)
        except RecursionError:
            raise EditRefused("nesting-too-deep", limit=str(MAX_DEPTH)) from None

    def _after_drafting(self, tree: Node, edits: tuple[Edit, ...]) -> tuple[Document, Replace]:
        root = Draft(tree, self.value)
        for edit in edits:
            apply_edit(root, edit)
        replace = in_order(self._splices(tree, root))
        document = self._spliced(replace) if replace.splices else self
        problem = document.problem
        if problem and problem.code in _UNWRITABLE:
            raise EditRefused(problem.code, **problem.params)
        if problem or document.value != root.plain():
            raise EditRefused("edit-not-writable")
        return document, replace

    def _spliced(self, replace: Replace) -> Document:
        """The document after valid splices; where it is read already, only what they touch is read anew."""
        text = spliced(self.text, replace.splices)
        document = dataclasses.replace(self, text=text)
        is_read = type(self) is Document and "_parsed" in vars(self)
        parsed = self._parsed.after(replace.splices, text) if is_read else None
        if parsed is not None:
            vars(document)["_parsed"] = parsed
        return document

    def _splices(self, tree: Node, root: Draft) -> list[Splice]:
        if isinstance(tree, YamlNode):
            from schemas.document.yaml.writer import yaml_splices

            return yaml_splices(self.text, tree, root)
        return json_splices(self.text, tree, root)

    def _write(self, value: Json) -> str:
        return _written(value, self.format)

    def _value_at(self, path: Path) -> Json:
        exists, value = value_at(self.value, path)
        if not exists:
            raise EditRefused("edit-no-value", path=pointer(path))
        return value

    @cached_property
    def _parsed(self) -> ParseResult:
        return parse(self.text, self.format)

    @property
    def _tree(self) -> Node | None:
        return self._parsed.tree

    @cached_property
    def _members(self) -> Members:
        return Members()

    @cached_property
    def _lines(self) -> list[int]:
        """The offset of the beginning of each line."""
        return [0, *(match.end() for match in _LINE_BREAK.finditer(self.text))]

    def _position(self, offset: int) -> Position:
        line = bisect_right(self._lines, offset)
        column = offset - self._lines[line - 1] + 1
        return Position(line, column - (line == 1 and self.text.startswith("\ufeff") and column > 1))


@dataclass(frozen=True, slots=True)
class EditResult:
    """The document after edits, with the edits and their inverse as splices."""

    document: Document
    forward: Replace
    inverse: Replace


def _written(value: Json, format: Format) -> str:
    """The value as new text."""
    if format == "json":
        return write_json(value)
    from schemas.document.yaml.printer import write_yaml

    return write_yaml(value)
