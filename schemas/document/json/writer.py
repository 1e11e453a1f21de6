"""Writes JSON: a value as new text, and a draft as splices of the original text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from schemas.core.edits import Splice
from schemas.core.paths import Json
from schemas.core.placeholder import with_unquoted
from schemas.document.text.brackets import Brackets, Layout
from schemas.document.text.draft import Draft, Slot
from schemas.document.text.lines import line_indent
from schemas.document.text.splices import spliced
from schemas.document.text.tree import Entry, Node

_MARK = "\udfff"
"""Marks the texts that are written without quotes; a lone surrogate stands in no definition."""
_MARKED = re.compile(rf'"{_MARK}((?:[^"\\]|\\.)*+)"')


def write_json(value: Json) -> str:
    """`value` as JSON text: indented by two spaces, non-ASCII characters unescaped, final line break."""
    return _dumps(value, indent="  ") + "\n"


def json_splices(text: str, tree: Node, root: Draft) -> list[Splice]:
    """The splices that change `text`, whose tree is `tree`, into the value of the draft `root`."""
    slot = Slot("", root, Entry("", tree.start, tree.start, tree, tree.start))
    return list(_Writer(text, tree).unmoved(slot, lines=True))


class _Writer:
    """Writes in the style of the text: its indentation, line breaks and colons."""

    def __init__(self, text: str, tree: Node) -> None:
        first = tree.entries[0] if tree.entries else None
        self._text = text
        self._newline = "\r\n" if "\r\n" in text else "\n"
        self._lines = first is None or "\n" in text[tree.start : tree.end]
        self._unit = "  "
        if first and "\n" in text[tree.start : first.start]:
            outer, inner = line_indent(text, tree.start), line_indent(text, first.start)
            self._unit = inner.removeprefix(outer) or self._unit
        self._colon = text[first.key_end : first.node.start] if first and isinstance(first.key, str) else ": "
        self._comma = ", " if self._colon.endswith(" ") else ","

    def unmoved(self, slot: Slot, lines: bool) -> Iterator[Splice]:
        """The splices for a slot that stays in its place; `lines` is true if it has its own line."""
        origin = slot.origin
        if origin is None:
            return
        if slot.key != origin.key and isinstance(slot.key, str):
            yield Splice(origin.start, origin.key_end, _string(slot.key))
        if not slot.in_place:
            new = self._fresh(slot.draft.plain(), line_indent(self._text, origin.start), lines)
            yield Splice(origin.node.start, origin.node.end, new)
        elif slot.draft.slots is not None:
            yield from self._members(origin.node, slot.draft, lines)

    def _members(self, node: Node, draft: Draft, lines: bool) -> Iterator[Splice]:
        brackets = Brackets(self._text, node.start, node.end, node.entries)
        break_ = self._newline + line_indent(self._text, node.start) + self._unit
        fresh = Layout("," + break_ if lines and self._lines else self._comma, self._colon)
        layout = brackets.layout(fresh, self._newline)
        for slot in draft.open():
            if slot.origin is not None and not slot.moved:
                yield from self.unmoved(slot, layout.lines)
        yield from brackets.splices(
            draft.open(), layout, lambda slot: self._member(slot, layout, draft.is_object)
        )

    def _member(self, slot: Slot, layout: Layout, named: bool) -> str:
        value = self._moved_text(slot, layout) or self._fresh(slot.draft.plain(), layout.indent, layout.lines)
        return _string(str(slot.key)) + layout.colon + value if named else value

    def _moved_text(self, slot: Slot, layout: Layout) -> str | None:
        """The original text of a moved slot with the edits inside it; None if it must be written anew."""
        origin = slot.origin
        if origin is None or slot.draft.node is not origin.node:
            return None
        start, end = origin.node.start, origin.node.end
        unmoved = Slot(origin.key, slot.draft, origin)
        body = spliced(
            self._text[start:end], list(self.unmoved(unmoved, "\n" in self._text[start:end])), start
        )
        if "\n" in body and not layout.lines:
            return None
        return body.replace("\n" + line_indent(self._text, origin.start), "\n" + layout.indent)

    def _fresh(self, value: Json, indent: str, lines: bool) -> str:
        if not (lines and self._lines):
            return _dumps(value, separators=(self._comma, ":" + self._comma[1:]))
        body = _dumps(value, indent=self._unit)
        return body.replace("\n", self._newline + indent)


def _dumps(value: Json, indent: str | None = None, separators: tuple[str, str] | None = None) -> str:
    """`value` as JSON text, an `Unquoted` in it without quotes."""
    text = json.dumps(value, ensure_ascii=False, indent=indent, separators=separators)
    if "${" not in text:
        return text
    marked = with_unquoted(value, lambda placeholder: _MARK + placeholder)
    text = json.dumps(marked, ensure_ascii=False, indent=indent, separators=separators)
    return _MARKED.sub(lambda found: str(json.loads(f'"{found[1]}"')), text)


def _string(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
