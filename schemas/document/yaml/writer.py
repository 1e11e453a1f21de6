"""Writes a draft as splices of the original YAML text, in the style of the surrounding text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import cast

from schemas.core.edits import Splice
from schemas.core.paths import Json
from schemas.document.text.brackets import Brackets, Layout
from schemas.document.text.draft import Draft, Slot
from schemas.document.text.lines import column, line_start, skip
from schemas.document.text.splices import spliced
from schemas.document.text.tree import Entry
from schemas.document.yaml.aliases import expand_broken_aliases
from schemas.document.yaml.blocks import Blocks
from schemas.document.yaml.moved_members import contains_moved, moved_entries, moved_lines, moved_text
from schemas.document.yaml.printer import Style, flow, flow_member, item, member, root_lines
from schemas.document.yaml.scalars import write_scalar
from schemas.document.yaml.spans import is_question_mark
from schemas.document.yaml.style import style_of
from schemas.document.yaml.tree import YamlNode


def yaml_splices(text: str, tree: YamlNode, root: Draft) -> list[Splice]:
    """The splices that change `text`, whose tree is `tree`, into the value of the draft `root`.

    Raises `EditRefused`.
    """
    expand_broken_aliases(tree, root)
    writer = _Writer(text, style_of(text, tree), moved_entries(text, root))
    slot = Slot("", root, Entry("", tree.start, tree.start, tree, tree.start))
    return list(writer.unmoved(slot, -1) if slot.in_place else writer.root(tree, root.plain()))


class _Writer:
    def __init__(self, text: str, style: Style, moved: set[int]) -> None:
        self._text = text
        self._style = style
        self._blocks = Blocks(text, style, moved)

    def root(self, tree: YamlNode, value: Json) -> Iterator[Splice]:
        """The splice that replaces the whole value."""
        lines = root_lines(value, self._blocks.style_at(tree.end, -1))
        before = self._text[line_start(self._text, tree.start) : tree.start].strip(" ")
        body = self._style.newline.join([*([""] if before else []), *lines])
        yield Splice(tree.start, tree.end, body + self._style.newline * self._text[: tree.end].endswith("\n"))

    def unmoved(self, slot: Slot, outer: int) -> Iterator[Splice]:
        """The splices for a slot that stays in its place, in a collection at column `outer`."""
        origin = slot.origin
        if origin is None:
            return
        if slot.key != origin.key and isinstance(slot.key, str):
            yield self._renamed(origin, slot.key)
        if not slot.in_place or self._needs_brackets(slot):
            yield from self._replaced(origin, slot.draft.plain(), outer)
        elif slot.draft.slots is not None:
            yield from self._inside(origin, slot.draft, slot.draft.slots, outer)

    def _inside(self, origin: Entry, draft: Draft, slots: list[Slot], outer: int) -> Iterator[Splice]:
        node = cast(YamlNode, origin.node)
        if node.style == "block" and not slots:
            yield from self._blocks.emptied(origin, draft.plain(), outer)
            return
        inner = column(self._text, node.entries[0].start) if node.style == "block" else outer
        for slot in slots:
            if not slot.moved:
                yield from self.unmoved(slot, inner)
        if node.style == "block":
            write = partial(self._block_member, draft.is_array, inner)
            yield from self._blocks.members(node, slots, inner, write)
        elif node.style == "flow":
            brackets = Brackets(self._text, node.body, node.end, node.entries)
            layout = brackets.layout(Layout(", ", ": "), self._style.newline)
            quoted = self._text.startswith('"', skip(self._text, node.body + 1))
            yield from brackets.splices(slots, layout, partial(self._flow_member, draft.is_array, quoted))

    def _block_member(self, in_list: bool, inner: int, slot: Slot, style: Style) -> list[str]:
        lines = self._moved_lines(in_list, inner, slot)
        if lines:
            return lines
        if slot.origin is None and contains_moved(self._text, slot.draft):
            return self._around(in_list, inner, slot, style)
        value = slot.draft.plain()
        return item(value, inner, style) if in_list else member(str(slot.key), value, inner, style)

    def _around(self, in_list: bool, inner: int, slot: Slot, style: Style) -> list[str]:
        """The lines of a new member into which other members are moved."""
        draft = slot.draft
        column = inner + (2 if in_list else style.list_step if draft.is_array else style.step)
        members = [self._block_member(draft.is_array, column, member, style) for member in draft.slots or ()]
        lines = [line for first, *rest in members for line in (" " * column + first, *rest)]
        if in_list:
            return ["- " + lines[0][column:], *lines[1:]]
        return [write_scalar(str(slot.key)) + ":", *lines]

    def _flow_member(self, in_list: bool, quoted: bool, slot: Slot) -> str:
        value = slot.draft.plain()
        return flow(value, quoted) if in_list else flow_member(str(slot.key), value, quoted)

    def _moved_lines(self, in_list: bool, inner: int, slot: Slot) -> list[str] | None:
        """The original lines of a moved slot with the edits inside; None if it must be printed anew."""
        source = moved_text(self._text, slot, in_list)
        if source is None:
            return None
        unmoved = Slot(source.origin.key, slot.draft, source.origin)
        splices = list(self.unmoved(unmoved, column(self._text, source.origin.start)))
        body = spliced(self._text[source.start : source.end], splices, source.start)
        return moved_lines(body, source, in_list, str(slot.key), inner, self._style)

    def _needs_brackets(self, slot: Slot) -> bool:
        """True if the members change of a value that has no room for others, so that it must be rewritten.

        That is a pair without brackets in a list, and the short form of a function.
        """
        node = cast(YamlNode, slot.draft.node)
        slots = slot.draft.slots
        if node.style not in ("pair", "function") or slots is None:
            return False
        return _unmoved_entries(slots) != node.entries

    def _replaced(self, origin: Entry, value: Json, outer: int) -> Iterator[Splice]:
        node = cast(YamlNode, origin.node)
        if not node.between:
            yield from self._blocks.replaced(origin, value, outer)
            return
        quoted = self._text.startswith('"', origin.start) or self._text.startswith('"', node.body)
        lead = ": " if origin.after < 0 else " " if node.start == origin.after > origin.key_end else ""
        yield Splice(node.start, node.end, lead + flow(value, quoted))

    def _renamed(self, origin: Entry, key: str) -> Splice:
        start = origin.start
        if is_question_mark(self._text, start):
            start = skip(self._text, start + 1)
        between = cast(YamlNode, origin.node).between
        return Splice(start, origin.key_end, write_scalar(key, between, self._text.startswith('"', start)))


def _unmoved_entries(slots: list[Slot]) -> list[Entry | None]:
    """The entries of the slots in the text; None for a new or moved slot."""
    return [None if slot.moved else slot.origin for slot in slots]
