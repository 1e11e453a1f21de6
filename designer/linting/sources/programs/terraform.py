"""Terraform: the definitions of `aws_sfn_state_machine`, and of the module `step-functions`.

A definition is a file (`file`, `templatefile`), a heredoc or a string, or an object in `jsonencode`, which is
only read. https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sfn_state_machine
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
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
_DECODES = ("jsondecode", "yamldecode")
_KEEPS = ("replace", "trimspace", "chomp", "tostring", *_DECODES)
"""Functions whose first argument is the definition as well."""


def sources(file: Path, text: str) -> Iterator[Found]:
    """The definition of each state machine in a file."""
    syntax = hcl.parsed(text)
    for machine in _machines(syntax):
        found = _Reader(file, syntax, machine).found()
        properties = _properties(syntax, machine)
        type = machine_type(properties.get("type"))
        for each in described("terraform", properties, found):
            if isinstance(each, Source):
                each = replace(each, type=type, name=machine.name)
            if machine.is_certain or (isinstance(each, Source) and "StartAt" in each.document.text):
                yield each


@dataclass(frozen=True)
class _Machine:
    """A state machine with its body; not `is_certain` for a module that may make something else."""

    name: str
    body: Node
    definition: Node
    is_certain: bool = True

    @property
    def address(self) -> tuple[str, ...]:
        """The place of the definition in its program."""
        return (_RESOURCE, self.name, "definition")


@dataclass(frozen=True)
class _Spot:
    """The expression `node` of a program in `file`, in what has the `address` there."""

    file: Path
    syntax: Syntax
    node: Node
    address: tuple[str, ...]


@dataclass(frozen=True)
class TextInProgram:
    """The definition in a heredoc or between quotes at the `address` in the program `text`."""

    text: str
    address: tuple[str, ...]

    @property
    def document(self) -> Document:
        """The definition alone; what Terraform puts into it stays as it is written."""
        return _document(self._embedding.text) if self._embedding else Document("", "json")

    def rewritten(self, document: Document) -> str | None:
        """The program with another definition; None where that would end the heredoc."""
        text = self._embedding.rewritten(document.text) if self._embedding else None
        if text is None:
            return None
        found = TextInProgram(text, self.address).document.text.replace("\r\n", "\n").rstrip()
        return text if found == document.text.replace("\r\n", "\n").rstrip() else None

    @cached_property
    def _embedding(self) -> Lines | Characters | None:
        node = _expressions(self.text).get(self.address)
        return _embedding(hcl.parsed(self.text), node) if node is not None else None


class _Reader:
    """Reads the definition that an expression of a file gives for a machine."""

    def __init__(self, file: Path, syntax: Syntax, machine: _Machine) -> None:
        self._spot = _Spot(file, syntax, machine.definition, machine.address)
        self._name = machine.name
        self._files = Files(file.parent, PLAIN)
        self._named = 0

    def found(self) -> Iterator[Found]:
        """The definition; a notice where it is not followed."""
        return self._definition(self._spot)

    def _definition(self, spot: _Spot) -> Iterator[Found]:
        embedding = _embedding(spot.syntax, spot.node)
        function, arguments = hcl.call(spot.syntax, spot.node)
        inner = replace(spot, node=arguments[0]) if arguments else spot
        if embedding is not None:
            yield from self._in_text(spot, embedding)
        elif function in ("file", "templatefile") and arguments:
            yield from self._in_file(hcl.path(spot.syntax, inner.node), function)
        elif function in ("jsonencode", "yamlencode") and arguments:
            yield from self._encoded(inner)
        elif function in _KEEPS and arguments:
            yield from self._definition(inner)
        elif named := self._named_elsewhere(spot):
            yield from self._definition(named)
        else:
            yield self._not_followed(spot.syntax.source(spot.node)[:60])

    def _in_text(self, spot: _Spot, embedding: Lines | Characters) -> Iterator[Found]:
        text = spot.syntax.text
        inset = TextInProgram(text, spot.address)
        start, indent = Position(spot.syntax.line(spot.node), 1), None
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
        found = Source(spot.file, text, document, spot.address, quotation, name=self._name, inset=inset)
        yield from with_sidecar(found)

    def _in_file(self, name: str, function: str) -> Iterator[Found]:
        name = _ROOTS.sub("", name)
        if "${" in name:
            yield self._not_followed(name)
            return
        try:
            found = self._files.open(name)
        except NotFollowed as reason:
            yield reason.refusal or self._not_followed(name)
            return
        if found is None:
            yield Refusal("file.missing", str(self._spot.file.parent / name))
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

    def _encoded(self, spot: _Spot) -> Iterator[Found]:
        """The definition that the value of an expression is: an object, or a file that is decoded."""
        value, (function, _) = hcl.value(spot.syntax, spot.node), hcl.call(spot.syntax, spot.node)
        if function in _DECODES:
            yield from self._definition(spot)
        elif isinstance(value, dict):
            document = Document.parse(write_json(value), "json")
            quotation = Quotation(document, Position(spot.syntax.line(spot.node), 1), None)
            text, fixed = spot.syntax.text, "place.fixed.jsonencode"
            yield from with_sidecar(
                Source(spot.file, text, document, spot.address, quotation, name=self._name, fixed=fixed)
            )
        elif named := self._named_elsewhere(spot):
            yield from self._encoded(named)
        else:
            yield self._not_followed(spot.syntax.source(spot.node)[:60])

    def _named_elsewhere(self, spot: _Spot) -> _Spot | None:
        """The expression that a name stands for: a local value, or the template of a data source."""
        self._named += 1
        address = tuple(spot.syntax.source(spot.node).strip().split("."))
        if self._named > _MOST_NAMED or address[0] not in ("local", "data"):
            return None
        for file, syntax in self._around():
            node = _expressions(syntax.text).get(address)
            if node is not None:
                return _Spot(file, syntax, node, address)
        return None

    def _around(self) -> Iterator[tuple[Path, Syntax]]:
        """The programs of the folder, this one first."""
        yield self._spot.file, self._spot.syntax
        for file in sorted(self._spot.file.parent.glob("*.tf"))[:100]:
            if file != self._spot.file:
                try:
                    yield file, hcl.parsed(read_text(file))
                except Refusal:
                    continue

    def _not_followed(self, text: str) -> Notice:
        params, line = {"text": text, "deployment": "definition"}, self._spot.syntax.line(self._spot.node)
        diagnostic = Diagnostic("not-followed", "warning", self._spot.address, line, 1, params)
        return Notice(self._spot.file, self._spot.syntax.text, diagnostic)


def _directive(document: Document) -> str | None:
    """The first directive in a text that is no definition before Terraform has read it."""
    found = _DIRECTIVE.search(document.text) if document.problem is not None else None
    return found.group() if found else None


def _machines(syntax: Syntax) -> Iterator[_Machine]:
    """The state machines among the resources, and those that modules make of a definition."""
    for type, labels, body in hcl.blocks(syntax, syntax.root):
        fields = hcl.attributes(syntax, body)
        if type == "resource" and len(labels) == 2 and labels[0] == _RESOURCE and "definition" in fields:
            yield _Machine(labels[1], body, fields["definition"])
        elif type == "module" and len(labels) == 1:
            given = next((node for name, node in fields.items() if name.endswith("definition")), None)
            source = syntax.source(fields["source"]) if "source" in fields else ""
            if given is not None:
                yield _Machine(labels[0], body, given, _MODULE in source)


@lru_cache(maxsize=256)
def _expressions(text: str) -> Mapping[tuple[str, ...], Node]:
    """The expressions that a definition may be, by their addresses: as others name them, or of a machine."""
    syntax = hcl.parsed(text)
    found = {machine.address: machine.definition for machine in reversed(list(_machines(syntax)))}
    for type, labels, body in hcl.blocks(syntax, syntax.root):
        fields = hcl.attributes(syntax, body) if type in ("locals", "data") else {}
        if type == "locals":
            found |= {("local", name): node for name, node in fields.items()}
        elif "template" in fields:
            found["data", *labels, "rendered"] = fields["template"]
    return found


def _properties(syntax: Syntax, machine: _Machine) -> dict[str, Json]:
    """The values of a machine's attributes, and of the blocks in it, also of dynamic ones."""
    fields = hcl.attributes(syntax, machine.body).items()
    found = {name: hcl.value(syntax, node) for name, node in fields if node != machine.definition}
    for name, labels, inside in hcl.blocks(syntax, machine.body):
        contents = (body for kind, _, body in hcl.blocks(syntax, inside) if kind == "content")
        body = next(contents, inside) if name == "dynamic" else inside
        values = {key: hcl.value(syntax, node) for key, node in hcl.attributes(syntax, body).items()}
        found[labels[0] if name == "dynamic" and labels else name] = values
    function, arguments = hcl.call(syntax, machine.definition)
    if function == "templatefile" and len(arguments) == 2:
        found["substitutions"] = hcl.value(syntax, arguments[1])
    named = syntax.source(machine.definition).strip().split(".")
    for type, labels, body in hcl.blocks(syntax, syntax.root):
        given = hcl.attributes(syntax, body).get("vars")
        if given is not None and [type, *labels, "rendered"] == named:
            found["substitutions"] = hcl.value(syntax, given)
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
