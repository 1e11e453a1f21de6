"""Splices of members between brackets, in JSON collections and YAML flow collections."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from schemas.core.edits import Splice
from schemas.document.text.draft import Slot
from schemas.document.text.lines import line_indent, skip
from schemas.document.text.splices import Gap, gaps
from schemas.document.text.tree import Entry

_SEPARATOR = re.compile(r"\s*,[ \t]*(\r?\n)?[ \t]*")


@dataclass(frozen=True, slots=True)
class Layout:
    """The style of members: the `separator` between two, which may have a line break, and the `colon`."""

    separator: str
    colon: str

    @property
    def lines(self) -> bool:
        """True if each member stands on its own line."""
        return "\n" in self.separator

    @property
    def indent(self) -> str:
        """The indentation of a member on its own line."""
        last = self.separator.rpartition("\n")[2] if self.lines else ""
        return last[: len(last) - len(last.lstrip())]


@dataclass(frozen=True, slots=True)
class Brackets:
    """The members of a collection in `text`, with its brackets at `start` and before `end`."""

    text: str
    start: int
    end: int
    entries: Sequence[Entry]

    def layout(self, fresh: Layout, newline: str) -> Layout:
        """The style of the members; `fresh` is the style for a collection without members."""
        if not self.entries:
            return fresh
        first = self.entries[0]
        named = isinstance(first.key, str) and first.after >= 0
        colon = self.text[first.key_end : first.node.start] if named else fresh.colon
        if not re.fullmatch(r"\s*:\s*", colon):
            colon = fresh.colon
        if len(self.entries) > 1:
            between = self.text[first.end : self.entries[1].start]
            if _SEPARATOR.fullmatch(between):
                return Layout(between, colon)
            return Layout("," + newline + line_indent(self.text, self.entries[1].start), colon)
        if "\n" in self.text[self.start : first.start]:
            return Layout("," + newline + line_indent(self.text, first.start), colon)
        return Layout(", " if fresh.lines else fresh.separator, colon)

    def splices(
        self, slots: Sequence[Slot], layout: Layout, write: Callable[[Slot], str]
    ) -> Iterator[Splice]:
        """The splices that change the entries into `slots`; `write` returns the text of a new slot."""
        for gap in gaps(self.entries, slots):
            written = layout.separator.join(write(slot) for slot in gap.added)
            if not gap.removed:
                yield self._addition(gap, written, layout)
            elif self._has_comment(gap):
                yield from self._removal_between_comments(gap, written)
            else:
                yield self._removal(gap, written)

    def _addition(self, gap: Gap, written: str, layout: Layout) -> Splice:
        if gap.after:
            return Splice(gap.after.start, gap.after.start, written + layout.separator)
        if gap.before:
            return Splice(gap.before.end, gap.before.end, layout.separator + written)
        if not self.text[self.start + 1 : self.end - 1].isspace() and self.end - self.start > 2:
            return Splice(self.start + 1, self.start + 1, written + " ")
        if not layout.lines:
            return Splice(self.start + 1, self.end - 1, written)
        lead = layout.separator.partition(",")[2]
        newline = lead.removesuffix(layout.indent)
        tail = newline + line_indent(self.text, self.start)
        return Splice(self.start + 1, self.end - 1, lead + written + tail)

    def _removal(self, gap: Gap, written: str) -> Splice:
        first, last = gap.removed[0], gap.removed[-1]
        if written:
            return Splice(first.start, last.end, written)
        if gap.after:
            return Splice(first.start, gap.after.start, "")
        if gap.before:
            return Splice(gap.before.end, last.end, "")
        return Splice(self.start + 1, self.end - 1, "")

    def _removal_between_comments(self, gap: Gap, written: str) -> Iterator[Splice]:
        """Remove each entry and the comma after it, but no comments."""
        first, *rest = gap.removed
        if written:
            yield Splice(first.start, first.end, written)
        for entry in rest if written else gap.removed:
            comma = skip(self.text, entry.end)
            yield Splice(entry.start, entry.end, "")
            if self.text.startswith(",", comma):
                yield Splice(comma, comma + 1, "")

    def _has_comment(self, gap: Gap) -> bool:
        entries = [entry for entry in (gap.before, *gap.removed, gap.after) if entry]
        between = [self.text[one.end : other.start] for one, other in pairwise(entries)]
        if not gap.before:
            between.append(self.text[self.start + 1 : entries[0].start])
        if not gap.after:
            between.append(self.text[entries[-1].end : self.end - 1])
        return any("#" in piece for piece in between)
