"""A definition held as text, with an ordered tree of spans on it."""

from __future__ import annotations

import dataclasses
import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from schemas.core.diagnostic import Diagnostic, Fix
from schemas.core.edits import Edit, EditRefused, Replace, Splice
from schemas.core.paths import Json, Path, pointer
from schemas.document.json.parse_errors import fix_splice
from schemas.document.json.writer import json_splices, write_json
from schemas.document.parsing import Format, ParseResult, format_of, parse
from schemas.document.text.apply_edit import apply_edit
from schemas.document.text.draft import Draft
from schemas.document.text.limits import MAX_DEPTH
from schemas.document.text.lines import line_indent
from schemas.document.text.splices import between, checked, in_order, inverse, spliced
from schemas.document.text.tree import Members, Node, ParseError, descend, path_at
from schemas.document.yaml.extract import extract, parses_alone
from schemas.document.yaml.printer import write_yaml
from schemas.document.yaml.tree import YamlNode
from schemas.document.yaml.writer import yaml_splices

__all__ = ["Document", "EditResult", "Format", "Position"]

_UNWRITABLE = {"nesting-too-deep", "text-too-large", "json-number", "yaml-number", "lone-surrogate"}
_LINE_BREAK = re.compile(r"\r\n|\n|\r")


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
        """Hold `text`; without a `format`, JSON is tried first. Broken text is held too: see `problem`."""
        return cls(text, format or format_of(text))

    @property
    def value(self) -> Json:
        """The plain data that the text means (aliases and merges expanded); None where it is broken."""
        return self._reading.value

    @cached_property
    def problem(self) -> Diagnostic | None:
        """Why the text cannot be read; None where it can."""
        mistake = self._reading.error
        if mistake is None:
            return None
        place = self._position(mistake.offset)
        fix = self._fix_of(mistake)
        return Diagnostic(mistake.code, "error", (), place.line, place.column, mistake.params, fix)

    @cached_property
    def repeated_names(self) -> list[Diagnostic]:
        """The members that a later one of the same name in the same object makes void."""
        found = []
        for path, entry in self._reading.repeated:
            place = self._position(entry.start)
            params = {"name": str(entry.key)}
            found.append(Diagnostic("repeated-name", "error", path, place.line, place.column, params))
        return found

    def position(self, path: Path, key: bool = False) -> Position:
        """Where the value at `path` (or its key) begins; of its nearest ancestor where it is not there."""
        if self._tree is None:
            return Position(1, 1)
        entries = descend(self._tree, path, self._members)
        if not entries:
            return self._position(self._tree.start)
        key = key and len(entries) == len(path)
        return self._position(entries[-1].start if key else entries[-1].node.start)

    def path_at(self, line: int, column: int) -> Path:
        """The path of the innermost value around that place; a key counts as its value's."""
        if self._tree is None:
            return ()
        start = self._lines[min(max(line, 1), len(self._lines)) - 1]
        return path_at(self._tree, start + max(column, 1) - 1)

    def span(self, path: Path) -> tuple[int, int]:
        """The characters from the key of the value at `path` to the value's end; of its nearest ancestor
        where it is not there. Nothing where the text is broken."""
        if self._tree is None:
            return (0, 0)
        entries = descend(self._tree, path, self._members)
        return (entries[-1].start, entries[-1].end) if entries else (self._tree.start, self._tree.end)

    def source(self, path: Path) -> str:
        """The text of the value at `path`, without its outer indentation, such that it parses alone."""
        if self._tree is None:
            raise EditRefused("edit-broken-text")
        entries = descend(self._tree, path, self._members)
        node = entries[-1].node if entries else self._tree
        brought = bool(entries) and entries[-1].merge
        if len(entries) < len(path) or brought or node.is_alias:
            return self._written(self._value_at(path))
        if isinstance(node, YamlNode):
            alone = extract(self.text, node, entries[-1] if entries else None)
            return alone if parses_alone(alone, node) else write_yaml(node.value)
        indent = line_indent(self.text, entries[-1].start if entries else node.start)
        return self.text[node.start : node.end].replace("\n" + indent, "\n")

    def convert(self, format: Format) -> Document:
        """The same data as fresh text in `format`; the document itself where it is in that format already.
        Raises `EditRefused` where the text cannot be read."""
        if format == self.format:
            return self
        if self.problem:
            raise EditRefused("edit-broken-text")
        return Document(write_yaml(self.value) if format == "yaml" else write_json(self.value), format)

    def apply(self, *edits: Edit) -> EditResult:
        """The document after `edits`, in order. Raises `EditRefused`; then nothing has changed."""
        document = self
        rounds: list[Replace] = []
        for spliced_by_hand, group in groupby(edits, lambda edit: isinstance(edit, Replace)):
            for step in [(edit,) for edit in group] if spliced_by_hand else [tuple(group)]:
                document, replace = document._after(step)
                rounds.append(replace)
        forward = rounds[0] if len(rounds) == 1 else between(self.text, document.text)
        return EditResult(document, forward, inverse(self.text, forward))

    def _fix_of(self, mistake: ParseError) -> Fix | None:
        """A splice after which the whole text can be read."""
        splice = fix_splice(self.text, mistake)
        if splice is None or parse(spliced(self.text, [splice]), self.format).error:
            return None
        return Fix((Replace((splice,)),))

    def _after(self, edits: tuple[Edit, ...]) -> tuple[Document, Replace]:
        """The document after one `Replace`, or after other edits together."""
        if isinstance(edits[0], Replace):
            replace = checked(self.text, edits[0])
            return dataclasses.replace(self, text=spliced(self.text, replace.splices)), replace
        if self._tree is None:
            raise EditRefused("edit-broken-text")
        try:
            return self._drafted(self._tree, edits)
        except RecursionError:
            raise EditRefused("nesting-too-deep", limit=str(MAX_DEPTH)) from None

    def _drafted(self, tree: Node, edits: tuple[Edit, ...]) -> tuple[Document, Replace]:
        root = Draft(tree, self.value)
        for edit in edits:
            apply_edit(root, edit)
        replace = in_order(self._splices(tree, root))
        text = spliced(self.text, replace.splices)
        document = dataclasses.replace(self, text=text) if replace.splices else self
        problem = document.problem
        if problem and problem.code in _UNWRITABLE:
            raise EditRefused(problem.code, **problem.params)
        if problem or document.value != root.plain():
            raise EditRefused("edit-not-writable")
        return document, replace

    def _splices(self, tree: Node, root: Draft) -> list[Splice]:
        if isinstance(tree, YamlNode):
            return yaml_splices(self.text, tree, root)
        return json_splices(self.text, tree, root)

    def _written(self, value: Json) -> str:
        return write_yaml(value) if self.format == "yaml" else write_json(value)

    def _value_at(self, path: Path) -> Json:
        try:
            return Draft(None, self.value).value_at(path)
        except KeyError:
            raise EditRefused("edit-no-value", path=pointer(path)) from None

    @cached_property
    def _reading(self) -> ParseResult:
        return parse(self.text, self.format)

    @property
    def _tree(self) -> Node | None:
        return self._reading.tree

    @cached_property
    def _members(self) -> Members:
        return Members()

    @cached_property
    def _lines(self) -> list[int]:
        """Where each line begins."""
        return [0, *(match.end() for match in _LINE_BREAK.finditer(self.text))]

    def _position(self, offset: int) -> Position:
        line = bisect_right(self._lines, offset)
        column = offset - self._lines[line - 1] + 1
        return Position(line, column - (line == 1 and self.text.startswith("\ufeff") and column > 1))


@dataclass(frozen=True, slots=True)
class EditResult:
    """A document after edits, the edits as splices, and the splices that undo them."""

    document: Document
    forward: Replace
    inverse: Replace
