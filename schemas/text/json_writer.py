"""Writes JSON: a value as fresh text, and a draft as splices of the text that it began as."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from schemas.edits import Splice
from schemas.paths import Json
from schemas.text.draft import Draft, Slot
from schemas.text.splices import gaps, line_indent, spliced
from schemas.text.tree import Entry, Node

_SEPARATOR = re.compile(r"\s*,[ \t]*(\r?\n)?[ \t]*")


def write_json(value: Json) -> str:
    """`value` as a JSON text in the house's style: two spaces, characters as they are, a final line break."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def json_splices(text: str, tree: Node, root: Draft) -> list[Splice]:
    """The splices that turn `text`, whose tree is `tree`, into what the draft `root` means."""
    return _Writer(text, tree).value(Slot("", root, Entry("", tree.start, tree.start, tree)), lines=True)


@dataclass(frozen=True, slots=True)
class _Layout:
    """How the members of an object or array stand: `separator` between them, with the indentation after a
    line break; `colon` between key and value."""

    separator: str
    colon: str

    @property
    def lines(self) -> bool:
        return "\n" in self.separator

    @property
    def indent(self) -> str:
        return self.separator.rpartition("\n")[2] if self.lines else ""


class _Writer:
    def __init__(self, text: str, tree: Node) -> None:
        self._text = text
        self._newline = "\r\n" if "\r\n" in text else "\n"
        first = _first_nested(tree)
        self._lines = "\n" in text[tree.start : tree.end] or not tree.entries
        self._unit = self._unit_of(tree)
        self._colon = text[first.key_end : first.node.start] if first else ": "
        self._comma = ", " if self._colon.endswith(" ") else ","

    def _unit_of(self, tree: Node) -> str:
        if not tree.entries or "\n" not in self._text[tree.start : tree.entries[0].start]:
            return "  "
        outer, inner = (line_indent(self._text, at) for at in (tree.start, tree.entries[0].start))
        return inner.removeprefix(outer) or "  "

    def value(self, slot: Slot, lines: bool) -> list[Splice]:
        """The splices for a slot that keeps its place; `lines` says whether it stands on its own line."""
        origin = slot.origin
        assert origin is not None  # noqa: S101 - a slot keeps its place only where it has one
        splices = []
        if slot.key != origin.key and isinstance(slot.key, str):
            splices.append(Splice(origin.start, origin.key_end, _string(slot.key)))
        if slot.draft.node is not origin.node:
            indent = line_indent(self._text, origin.start)
            splices.append(
                Splice(origin.node.start, origin.node.end, self._fresh(slot.draft.plain(), indent, lines))
            )
        elif slot.draft.slots is not None:
            splices.extend(self._members(origin.node, slot.draft, lines))
        return splices

    def _members(self, node: Node, draft: Draft, lines: bool) -> list[Splice]:
        layout = self._layout(node, draft, lines)
        splices = []
        for gap in gaps(node.entries, draft.open()):
            written = [self._member(slot, layout, draft.is_object) for slot in gap.added]
            splices.extend(self._gap(node, gap.before, gap.removed, written, gap.after, layout))
        for slot in draft.open():
            if slot.origin is not None and not slot.moved:
                splices.extend(self.value(slot, layout.lines))
        return splices

    def _gap(
        self,
        node: Node,
        before: Entry | None,
        removed: list[Entry],
        written: list[str],
        after: Entry | None,
        layout: _Layout,
    ) -> list[Splice]:
        joined = layout.separator.join(written)
        if removed and written:
            return [Splice(removed[0].start, removed[-1].node.end, joined)]
        if removed and after:
            return [Splice(removed[0].start, after.start, "")]
        if removed and before:
            return [Splice(before.node.end, removed[-1].node.end, "")]
        if removed:
            return [Splice(node.start + 1, node.end - 1, "")]
        if written and after:
            return [Splice(after.start, after.start, joined + layout.separator)]
        if written and before:
            return [Splice(before.node.end, before.node.end, layout.separator + joined)]
        if written:
            lead = layout.separator.partition(",")[2] if layout.lines else ""
            tail = self._newline + line_indent(self._text, node.start) if layout.lines else ""
            return [Splice(node.start + 1, node.end - 1, lead + joined + tail)]
        return []

    def _layout(self, node: Node, draft: Draft, lines: bool) -> _Layout:
        entries, text = node.entries, self._text
        colon = (
            text[entries[0].key_end : entries[0].node.start] if draft.is_object and entries else self._colon
        )
        if len(entries) > 1:
            between = text[entries[0].node.end : entries[1].start]
            if _SEPARATOR.fullmatch(between):
                return _Layout(between, colon)
            return _Layout("," + self._newline + line_indent(text, entries[1].start), colon)
        if entries:
            own_line = "\n" in text[node.start : entries[0].start]
            break_ = self._newline + line_indent(text, entries[0].start)
            return _Layout("," + break_ if own_line else self._comma, colon)
        if lines and self._lines:
            return _Layout("," + self._newline + line_indent(text, node.start) + self._unit, colon)
        return _Layout(self._comma, colon)

    def _member(self, slot: Slot, layout: _Layout, named: bool) -> str:
        value = self._carried(slot, layout) or self._fresh(slot.draft.plain(), layout.indent, layout.lines)
        return _string(str(slot.key)) + layout.colon + value if named else value

    def _carried(self, slot: Slot, layout: _Layout) -> str | None:
        """The text that a moved slot brings along, with the edits in it; None where it has none."""
        origin = slot.origin
        if origin is None or slot.draft.node is not origin.node:
            return None
        start, end = origin.node.start, origin.node.end
        stay = Slot(origin.key, slot.draft, origin)
        body = spliced(self._text[start:end], self.value(stay, "\n" in self._text[start:end]), start)
        if "\n" in body and not layout.lines:
            return None
        return body.replace("\n" + line_indent(self._text, origin.start), "\n" + layout.indent)

    def _fresh(self, value: Json, indent: str, lines: bool) -> str:
        if not (lines and self._lines):
            return json.dumps(
                value,
                ensure_ascii=False,
                separators=(self._comma, self._colon.strip() + " " * self._colon.endswith(" ")),
            )
        body = json.dumps(value, ensure_ascii=False, indent=self._unit)
        return body.replace("\n", self._newline + indent)


def _string(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _first_nested(tree: Node) -> Entry | None:
    """The first member of the outermost object, to see how its colon is written."""
    return tree.entries[0] if isinstance(tree.value, dict) and tree.entries else None
