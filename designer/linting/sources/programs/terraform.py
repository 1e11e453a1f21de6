"""Terraform: the definitions of `aws_sfn_state_machine`, and of the module `step-functions`.

A definition is a file (`file`, `templatefile`), a heredoc or a string, or an object in `jsonencode`, which is
only read. https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sfn_state_machine
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from tree_sitter import Node

from designer.base.refusal import Refusal
from designer.library.files import read_text
from designer.linting.sources.definitions import Found, described, machine_type, whole_file, with_sidecar
from designer.linting.sources.files import Files
from designer.linting.sources.notice import NotFollowed, Notice
from designer.linting.sources.programs import hcl
from designer.linting.sources.programs.syntax import Syntax, child, children
from designer.linting.sources.source import Source
from schemas.core.diagnostic import Diagnostic
from schemas.core.paths import Json
from schemas.document.document import Document, Position
from schemas.document.embedding.characters import Characters, double_quoted
from schemas.document.embedding.lines import Lines, common_indent
from schemas.document.json.writer import write_json
from schemas.document.template import Quotation
from schemas.document.text.lines import line_start, next_line
from schemas.document.yaml.dialect import PLAIN

_RESOURCE = "aws_sfn_state_machine"
_MODULE = "step-functions"
_ROOTS = re.compile(r"^(\$\{path\.(module|root|cwd)\}/|\./)+")
_DIRECTIVE = re.compile(r"(?<!%)%\{[^}\n]*\}?")
"""Begins or ends a part that Terraform leaves out or repeats: `%{ if var.audited }`."""
_MOST_NAMED = 10


def sources(file: Path, text: str) -> Iterator[Found]:
    """The definition of each state machine in a file."""
    syntax = Syntax(text, hcl.language())
    for name, body in _machines(syntax):
        reader = _Reader(file, syntax, name)
        fields = hcl.attributes(syntax, body)
        properties = _properties(syntax, body)
        if "definition" not in fields:
            continue
        found = reader.definition(syntax, fields["definition"])
        type = machine_type(properties.get("type"))
        for each in described("terraform", properties, found):
            yield replace(each, type=type, name=name) if isinstance(each, Source) else each


@dataclass(frozen=True)
class TextInProgram:
    """The definition of the machine `name` in a heredoc or between quotes in the program `text`."""

    text: str
    name: str

    @property
    def document(self) -> Document:
        """The definition alone; what Terraform puts into it stays as it is written."""
        return _document(self._embedding.text) if self._embedding else Document("", "json")

    def rewritten(self, document: Document) -> str | None:
        """The program with another definition; None where that would end the heredoc."""
        text = self._embedding.rewritten(document.text) if self._embedding else None
        if text is None:
            return None
        found = TextInProgram(text, self.name).document.text.replace("\r\n", "\n").rstrip()
        return text if found == document.text.replace("\r\n", "\n").rstrip() else None

    @cached_property
    def _embedding(self) -> Lines | Characters | None:
        syntax = Syntax(self.text, hcl.language())
        for name, body in _machines(syntax):
            node = hcl.attributes(syntax, body).get("definition")
            if name == self.name and node is not None:
                return _embedding(syntax, node)
        return None


class _Reader:
    """Reads the definition that an expression of a file gives for the machine `name`."""

    def __init__(self, file: Path, syntax: Syntax, name: str) -> None:
        self._file = file
        self._syntax = syntax
        self._name = name
        self._files = Files(file.parent, PLAIN)
        self._named = 0

    def definition(self, syntax: Syntax, node: Node) -> Iterator[Found]:
        """The definition that an expression gives; a notice where it is not followed."""
        embedding = _embedding(syntax, node)
        function, arguments = hcl.call(syntax, node)
        if embedding is not None and syntax is self._syntax:
            yield from self._in_text(embedding)
        elif function in ("file", "templatefile") and arguments:
            yield from self._in_file(str(hcl.value(syntax, arguments[0])), node, function)
        elif function in ("jsonencode", "yamlencode") and arguments:
            yield from with_sidecar(self._encoded(hcl.value(syntax, arguments[0])))
        elif function == "jsonencode" or not (named := self._named_elsewhere(syntax, node)):
            yield self._notice(node)
        else:
            yield from self.definition(*named)

    def _in_text(self, embedding: Lines | Characters) -> Iterator[Found]:
        text = self._syntax.text
        inset = TextInProgram(text, self._name)
        start, indent = Position(self._line, 1), None
        if isinstance(embedding, Lines):
            start = Position(text.count("\n", 0, embedding.start) + 1, 1)
            indent = len(embedding.indent)
        document = inset.document
        if "StartAt" not in document.text:
            return
        if (directive := _directive(document)) is not None:
            yield self._not_followed(directive)
            return
        quotation = Quotation(document, start, indent, embedding)
        found = Source(self._file, text, document, self._at, quotation, name=self._name, inset=inset)
        yield from with_sidecar(found)

    def _in_file(self, name: str, node: Node, function: str) -> Iterator[Found]:
        name = _ROOTS.sub("", name)
        try:
            found = self._files.open(name)
        except NotFollowed as reason:
            yield reason.refusal or self._notice(node)
            return
        if found is None:
            yield Refusal("file.missing", str(self._file.parent / name))
            return
        has_format = found.file.suffix in (".json", ".yaml", ".yml")
        document = Document.parse(found.document.text, found.document.format if has_format else None)
        directive = _directive(document) if function == "templatefile" else None
        if directive is not None:
            yield self._not_followed(directive)
            return
        for each in whole_file(found.file, document):
            followed = frozenset(self._files.names)
            yield replace(each, followed=followed) if isinstance(each, Source) else each

    def _encoded(self, value: Json) -> Source:
        document = Document.parse(write_json(value), "json")
        quotation = Quotation(document, Position(self._line, 1), None)
        text, fixed = self._syntax.text, "place.fixed.jsonencode"
        return Source(self._file, text, document, self._at, quotation, name=self._name, fixed=fixed)

    @property
    def _at(self) -> tuple[str, ...]:
        return ("aws_sfn_state_machine", self._name, "definition")

    @property
    def _line(self) -> int:
        for name, body in _machines(self._syntax):
            node = hcl.attributes(self._syntax, body).get("definition")
            if name == self._name and node is not None:
                return self._syntax.line(node)
        return 1

    def _named_elsewhere(self, syntax: Syntax, node: Node) -> tuple[Syntax, Node] | None:
        """The expression that a name stands for: a local value, or the template of a data source."""
        self._named += 1
        parts = syntax.source(node).strip().split(".")
        if self._named > _MOST_NAMED:
            return None
        for other in self._around():
            for type, labels, body in hcl.blocks(other, other.root):
                fields = hcl.attributes(other, body)
                if type == "locals" and parts[:1] == ["local"] and len(parts) == 2 and parts[1] in fields:
                    return other, fields[parts[1]]
                is_data = type == "data" and ["data", *labels] == parts[:3] and len(parts) == 4
                if is_data and "template" in fields:
                    return other, fields["template"]
        return None

    def _around(self) -> Iterator[Syntax]:
        """The programs of the folder, this one first."""
        yield self._syntax
        for file in sorted(self._file.parent.glob("*.tf"))[:100]:
            if file != self._file:
                try:
                    yield Syntax(read_text(file), hcl.language())
                except Refusal:
                    continue

    def _notice(self, node: Node) -> Notice:
        return self._not_followed(self._syntax.source(node)[:60])

    def _not_followed(self, text: str) -> Notice:
        params = {"text": text, "deployment": "definition"}
        diagnostic = Diagnostic("not-followed", "warning", self._at, self._line, 1, params)
        return Notice(self._file, self._syntax.text, diagnostic)


def _directive(document: Document) -> str | None:
    """The first directive in a text that is no definition before Terraform has read it."""
    found = _DIRECTIVE.search(document.text) if document.problem is not None else None
    return found.group() if found else None


def _machines(syntax: Syntax) -> Iterator[tuple[str, Node]]:
    """The name and the body of each state machine."""
    for type, labels, body in hcl.blocks(syntax, syntax.root):
        if type == "resource" and len(labels) == 2 and labels[0] == _RESOURCE:
            yield labels[1], body
        elif type == "module" and len(labels) == 1:
            source = hcl.attributes(syntax, body).get("source")
            if source is not None and _MODULE in syntax.source(source):
                yield labels[0], body


def _properties(syntax: Syntax, body: Node) -> dict[str, Json]:
    """The values of a machine's attributes, and of the blocks in it."""
    found = {name: hcl.value(syntax, node) for name, node in hcl.attributes(syntax, body).items()}
    found.pop("definition", None)
    for name, _, inside in hcl.blocks(syntax, body):
        found[name] = {key: hcl.value(syntax, node) for key, node in hcl.attributes(syntax, inside).items()}
    definition = hcl.attributes(syntax, body).get("definition")
    function, arguments = hcl.call(syntax, definition) if definition is not None else ("", [])
    if function == "templatefile" and len(arguments) == 2:
        found["substitutions"] = hcl.value(syntax, arguments[1])
    return found


def _embedding(syntax: Syntax, node: Node) -> Lines | Characters | None:
    """The lines of a heredoc, without the indentation that all of them have, or the text between quotes."""
    found = hcl.inner(node)
    if found.type in ("string_lit", "quoted_template"):
        literal = double_quoted(syntax.text, syntax.offset(found.start_byte))
        is_whole = literal is not None and literal.end + 1 == syntax.offset(found.end_byte)
        return Characters(syntax.text, (literal,)) if literal and is_whole else None
    marks = children(found, "heredoc_identifier")
    if found.type != "heredoc_template" or len(marks) != 2 or child(found, "heredoc_start") is None:
        return None
    begin = next_line(syntax.text, syntax.offset(marks[0].end_byte))
    end = line_start(syntax.text, syntax.offset(marks[1].start_byte))
    return Lines(syntax.text, begin, end, common_indent(syntax.text[begin:end]))


def _document(text: str) -> Document:
    return Document.parse(text, "json" if text.lstrip().startswith("{") else None)
