"""Splices of YAML block collections: whole lines are added and removed, comments stay."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from schemas.core.edits import EditRefused, Splice
from schemas.core.paths import Json
from schemas.document.text.draft import Slot
from schemas.document.text.lines import after_space, column, line_end, line_start, next_line
from schemas.document.text.splices import Gap, gaps
from schemas.document.text.tree import Entry, Node
from schemas.document.yaml.printer import PrintedValue, Style, block

Writer = Callable[[Slot, Style], list[str]]
"""Writes a new member: its lines, the first without indentation."""


class Blocks:
    """Writes the block collections of `text` in `style`.

    `moved` are the ids of entries that are moved together with the comment behind them; the comments behind
    other removed entries stay.
    """

    def __init__(self, text: str, style: Style, moved: set[int]) -> None:
        self._text = text
        self._style = style
        self._moved = moved

    def members(self, node: Node, slots: Sequence[Slot], inner: int, write: Writer) -> Iterator[Splice]:
        """The splices that change the members of `node`, at column `inner`, into `slots`.

        At least one of the slots is an unmoved member.
        """
        for gap in gaps(node.entries, slots):
            place = gap.removed[-1].end if gap.removed else gap.before.end if gap.before else node.start
            style = self.style_at(place, inner)
            lines = [line for slot in gap.added for line in _indented(write(slot, style), inner)]
            joined = self._join(lines)[inner:]
            if not gap.removed:
                yield self._addition(gap, joined, inner)
            elif joined:
                first, *rest = gap.removed
                yield from self._splices(
                    first.start, first.end, PrintedValue(lines[0][inner:], tuple(lines[1:]))
                )
                yield from self._removals(rest, by_lines=True)
            else:
                yield from self._removals(gap.removed, self._begins_line(gap.removed[0]))

    def emptied(self, origin: Entry, value: Json, outer: int) -> Iterator[Splice]:
        """The splices that remove all members of the collection at `origin`; `value` is {} or []."""
        first, *rest = origin.node.entries
        if not self._has_comments(origin.node):
            yield from self.replaced(origin, value, outer)
            return
        empty = "{}" if isinstance(value, dict) else "[]"
        missing = max(0, outer + 1 - column(self._text, first.start)) and self._style.step
        yield from self._splices(first.start, first.end, PrintedValue(" " * missing + empty))
        yield from self._removals(rest, by_lines=True)

    def replaced(self, origin: Entry, value: Json, outer: int) -> Iterator[Splice]:
        """The splices that replace the value of `origin`, an entry at column `outer`, by `value`."""
        if origin.after < 0:
            raise EditRefused("edit-not-writable")
        start, end = origin.node.start, origin.node.end
        lead = self._text[origin.after : start]
        if "#" in lead:
            yield from self._replaced_below_comment(origin, value, outer)
            return
        written = block(value, outer, self.style_at(end, outer), isinstance(origin.key, int))
        wide = isinstance(origin.key, int) and isinstance(value, dict | list) and written.lines
        if outer < 0 or (lead and written.head and not lead.strip(" \t") and not wide):
            yield from self._splices(start, end, PrintedValue(written.head[1:], written.lines))
        else:
            yield from self._splices(origin.after, end, written)

    def style_at(self, offset: int, outer: int) -> Style:
        """The style for a value below column `outer` that ends at `offset`.

        Without literals at the end of the text, or before a comment that would become part of the literal.
        """
        below = offset if self._ends_line(offset) else next_line(self._text, offset)
        following = after_space(self._text, below)
        swallows = self._text.startswith("#", following) and column(self._text, following) > outer
        ends = not self._ends_line(below)
        return replace(self._style, literal=False) if swallows or ends else self._style

    def _replaced_below_comment(self, origin: Entry, value: Json, outer: int) -> Iterator[Splice]:
        start, end = origin.node.start, origin.node.end
        style = replace(self._style, list_step=self._style.step, literal=False)
        written = block(value, outer, style)
        break_ = self._style.newline if self._ends_line(end) else ""
        if written.lines:
            yield Splice(line_start(self._text, start), end, self._join(written.lines) + break_)
            return
        yield Splice(origin.after, origin.after, written.head)
        rest = self._text[end : line_end(self._text, end)]
        if break_ or rest.strip(" \t"):
            yield Splice(start, end, break_)
        else:
            yield Splice(line_start(self._text, start), next_line(self._text, end), "")

    def _splices(self, start: int, end: int, written: PrintedValue) -> Iterator[Splice]:
        """Replace `start` to `end` by `written`; its lines come below a comment that may follow there."""
        rest = line_end(self._text, end)
        lines = self._join(["", *written.lines])
        if self._ends_line(end) and end > start:
            yield Splice(start, end, written.head + lines + self._style.newline)
        elif rest == end or not written.lines:
            yield Splice(start, end, written.head + lines)
        else:
            yield Splice(start, end, written.head)
            yield Splice(rest, rest, lines)

    def _addition(self, gap: Gap, joined: str, inner: int) -> Splice:
        indent, break_ = " " * inner, self._style.newline
        if gap.before is None:
            start = gap.after.start if gap.after else 0
            return Splice(start, start, joined + break_ + indent)
        below = self._below(gap.before)
        if self._ends_line(below):
            return Splice(below, below, indent + joined + break_)
        return Splice(below, below, break_ + indent + joined)

    def _removals(self, entries: Sequence[Entry], by_lines: bool) -> Iterator[Splice]:
        """The splices that remove members, but not the comments behind them.

        `by_lines` removes their lines; else the following text moves up to the beginning of the member.
        """
        for entry in entries:
            end = line_end(self._text, entry.end)
            rest = self._text[entry.end : end]
            below = self._below(entry)
            if rest.strip() and not self._ends_line(entry.end) and id(entry) not in self._moved:
                yield Splice(entry.start, end - len(rest.lstrip()), "")
            elif by_lines:
                yield Splice(line_start(self._text, entry.start), below, "")
            else:
                yield Splice(entry.start, after_space(self._text, below), "")

    def _below(self, entry: Entry) -> int:
        """The offset of the line after `entry`."""
        return entry.end if self._ends_line(entry.end) else next_line(self._text, entry.end)

    def _begins_line(self, entry: Entry) -> bool:
        return not self._text[line_start(self._text, entry.start) : entry.start].strip(" ")

    def _ends_line(self, offset: int) -> bool:
        """True if `offset` is at the beginning of a line."""
        return offset == 0 or self._text[offset - 1] in "\r\n"

    def _has_comments(self, node: Node) -> bool:
        """True if there are comments between the members of `node` or before them."""
        ends = [node.start, *(entry.end for entry in node.entries[:-1])]
        return any(
            "#" in self._text[end : entry.start] for end, entry in zip(ends, node.entries, strict=True)
        )

    def _join(self, lines: Sequence[str]) -> str:
        return self._style.newline.join(lines)


def _indented(lines: list[str], inner: int) -> list[str]:
    return [" " * inner + lines[0], *lines[1:]]
