"""A definition that stands in a larger text, as a document of its own, and the way back into that text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from schemas.core.edits import EditRefused, Set, Splice
from schemas.core.paths import Json, Path
from schemas.document.differences import differences, same
from schemas.document.document import Document, Format
from schemas.document.embedding.embedding import Embedding
from schemas.document.embedding.lines import Lines
from schemas.document.joined import joined_frame, joined_text
from schemas.document.json.writer import write_json
from schemas.document.template import Quotation, Template
from schemas.document.text.lines import line_indent, line_start, next_line
from schemas.document.text.tree import Node
from schemas.document.yaml.tree import YamlNode


@dataclass(frozen=True)
class Inlaid:
    """The definition at the path `at` of `template`: an object, or a string with a `quotation`."""

    template: Template
    at: Path
    quotation: Quotation | None = None

    @cached_property
    def document(self) -> Document:
        """The definition alone: the lines of the template without their outer indentation.

        What needs something around it, as the alias of a value elsewhere in the template, is written out.
        """
        if self.quotation is not None:
            return self.quotation.document
        value = self.template.excerpt(self.at).value
        for format in _formats(self.template.format, self._embedding):
            own = Document(self._embedding.text, format) if self._embedding else None
            if own is not None and own.problem is None and same(own.value, value):
                return own
        return Document(write_json(value), "json").convert(self.template.format)

    def rewritten(self, document: Document) -> str | None:
        """The text of the template with `document` in place of the definition; all else keeps its value.

        Lines that are equal keep their bytes. None where a person has to do it.
        """
        for text in self._attempts(document):
            found = replace(self.template, text=text)
            if self._is_kept(found) and self._means(found, document):
                return text
        return None

    def _attempts(self, document: Document) -> Iterator[str]:
        """Texts that may be the wanted one, the most alike first."""
        if document.text == self.document.text:
            yield self.template.text
        written = self._embedding.rewritten(document.text) if self._embedding else None
        if written is not None:
            yield written
        try:
            yield self.template.apply(*self._edits(document)).document.text
        except EditRefused:
            return

    @cached_property
    def _embedding(self) -> Embedding | None:
        if self.quotation is not None:
            return self.quotation.embedding
        node = self.template.node(self.at)
        return _lines(self.template, node) if node is not None and not node.is_alias else None

    def _edits(self, document: Document) -> list[Set]:
        """The edits of the template by values, which keep less of its bytes."""
        if self.quotation is not None:
            return list(self._edits_of_string(document.text))
        if document.problem is not None:
            return []
        value = self.template.excerpt(self.at).value
        edits = differences(value, document.value)
        return [replace(edit, path=(*self.at, *edit.path)) for edit in edits]  # type: ignore[misc]

    def _edits_of_string(self, text: str) -> Iterator[Set]:
        node = self.template.node(self.at)
        value = node.value if node else None
        if isinstance(value, str):
            yield Set(self.at, text)
            return
        function, argument = next(iter(value.items()), ("", None)) if isinstance(value, dict) else ("", None)
        at = (*self.at, function)
        if function == "Fn::Sub":
            yield Set((*at, 0) if isinstance(argument, list) else at, text)
        elif isinstance(argument, list) and isinstance(argument[0], str):
            parts = text.split(argument[0]) if argument[0] else [text]
            yield Set((*at, 1), list[Json](parts))

    def _means(self, found: Template, document: Document) -> bool:
        """True if the definition in the template `found` is `document`."""
        if self.quotation is not None:
            quotation = found.quotation(self.at)
            return quotation is not None and _is_alike(quotation.document, document)
        return document.problem is None and same(found.excerpt(self.at).value, document.value)

    def _is_kept(self, found: Template) -> bool:
        """True if all around the definition is as it was."""
        if found.problem is not None:
            return False
        before, after = self.template.value, found.value
        for part in self.at:
            if type(before) is not type(after) or not isinstance(before, dict | list):
                return False
            if not _is_same_but(before, after, part):
                return False
            before, after = _member(before, part), _member(after, part)
        return self.quotation is None or _variables(before, after)


def _formats(format: Format, embedding: Embedding | None) -> tuple[Format, ...]:
    """The formats in which an object may be read: one between brackets in YAML may be JSON."""
    is_between_brackets = embedding is not None and embedding.text.startswith("{")
    return ("json", format) if is_between_brackets else (format,)


def _is_alike(found: Document, wanted: Document) -> bool:
    """True if both are the same text but for the breaks of its lines, or give the same value."""
    if found.problem is None and wanted.problem is None:
        return same(found.value, wanted.value)
    texts = [document.text.replace("\r\n", "\n").rstrip("\n") for document in (found, wanted)]
    return texts[0] == texts[1]


def _is_same_but(before: Json, after: Json, part: str | int) -> bool:
    """True if two objects or lists have the same members, but for that at `part`."""
    if isinstance(before, dict) and isinstance(after, dict):
        return list(before) == list(after) and all(
            same(before[key], after[key]) for key in before if key != part
        )
    if isinstance(before, list) and isinstance(after, list):
        pairs = enumerate(zip(before, after, strict=False))
        return len(before) == len(after) and all(same(*pair) for index, pair in pairs if index != part)
    return False


def _member(value: Json, part: str | int) -> Json:
    if isinstance(value, dict):
        return value.get(str(part))
    return value[part] if isinstance(value, list) and isinstance(part, int) else None


def _variables(before: Json, after: Json) -> bool:
    """True if the function that gives a string has the same variables as before."""
    if isinstance(before, str) or isinstance(after, str):
        return isinstance(before, str) and isinstance(after, str)
    if joined_text(before) is None:
        return isinstance(before, dict) and isinstance(after, dict) and list(before) == list(after)
    return same(joined_frame(before), joined_frame(after))


def _lines(template: Template, node: Node) -> Lines | None:
    text = template.text
    if not isinstance(node, YamlNode):
        return Lines(text, node.start, node.end, line_indent(text, node.start))
    if node.style == "flow":
        return Lines(text, node.body, node.end, line_indent(text, node.body), _read(template, node))
    if node.style != "block":
        return None
    start = line_start(text, node.body)
    indent = text[start : node.body]
    if indent.strip(" "):
        return None
    end = node.end if text[node.end - 1] in "\r\n" else next_line(text, node.end)
    return Lines(text, start, end, indent, _read(template, node))


def _read(template: Template, around: YamlNode) -> tuple[Splice, ...]:
    """The splices that write out what stands elsewhere, or what another dialect of YAML reads otherwise."""
    from schemas.document.yaml.outside import written_out

    return tuple(written_out(template.text, around))
