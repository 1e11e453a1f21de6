"""Reads only the lines of the members again that a splice has touched; the rest of the tree is shifted.

A member of a block object begins on a line of its own, and what precedes it is closed by its indentation. So
the lines of members, read alone, give the same nodes as in their place, as long as they begin with a key in
the same column and hold no end of a document, and there are no anchors or aliases. Wherever this is not
certain, nothing is given, and the whole text is read.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from typing import cast

from schemas.core.edits import Splice
from schemas.document.text.limits import MAX_DEPTH, MAX_VALUES
from schemas.document.text.tree import Entry, ParseError, with_merges
from schemas.document.yaml.reader import read_yaml
from schemas.document.yaml.spans import has_question_marks
from schemas.document.yaml.tree import YamlNode, shifted

_RARE_BREAKS = ("\x85", "\u2028", "\u2029")
_SPECIAL = re.compile(r"^(?:---|\.\.\.|%)|\ufeff", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class _Touched:
    """The members `first` to `last` of a block object: the lines from `start` to `end`, with the keys in
    `column`. `way` leads to the object: nodes, each with the index of the next one; the object is the last.
    """

    way: tuple[tuple[YamlNode, int], ...]
    first: int
    last: int
    start: int
    end: int
    column: int


def reread(tree: YamlNode, before: str, splice: Splice, after: str) -> YamlNode | None:
    """The tree of the text `after` the splice, given that of the text `before`.

    None where the whole text must be read, as where the splice is not inside of members or leaves an error.
    """
    if tree.knots or not (_is_plain(before) and _is_plain(after)):
        return None
    shift = len(after) - len(before)
    for touched in reversed(_touched(tree, before, splice)):
        if 2 * (touched.end - touched.start) > len(before):
            return None
        lines = after[touched.start : touched.end + shift]
        members = _read(lines, touched, is_last=touched.end == len(before))
        if members is not None:
            return _with_members(touched, members, shift)
    return None


def _is_plain(text: str) -> bool:
    """True if no key is marked with `?`, and lines end as most do; the parser knows other line breaks too."""
    if any(rare in text for rare in _RARE_BREAKS) or ("?" in text and has_question_marks(text)):
        return False
    return "\r" not in text or text.count("\r") == text.count("\r\n")


def _touched(tree: YamlNode, text: str, splice: Splice) -> list[_Touched]:
    """The members around the splice that are whole lines: those of the outermost object first."""
    found: list[_Touched] = []
    way: tuple[tuple[YamlNode, int], ...] = ()
    node, end = tree, len(text)
    while node.style == "block" and node.entries:
        entries = node.entries
        first = bisect_left(entries, splice.start, key=_start) - 1
        last = max(first, bisect_right(entries, splice.end - 1, key=_start) - 1)
        if first < 0:
            break
        start = _line_of(text, entries[first].start)
        if last + 1 < len(entries):
            end = _line_of(text, entries[last + 1].start)
        if end < splice.end:
            break
        way = (*way, (node, first))
        if isinstance(node.value, dict) and 0 <= start < splice.start:
            found.append(_Touched(way, first, last, start, end, entries[first].start - start))
        inner = entries[first].node
        if first != last or not isinstance(inner, YamlNode):
            break
        node = inner
    return found


def _start(entry: Entry) -> int:
    return entry.start


def _line_of(text: str, offset: int) -> int:
    """The offset of the line on which only spaces precede `offset`; -1 if anything else does."""
    start = text.rfind("\n", 0, offset) + 1
    return start if text.count(" ", start, offset) == offset - start else -1


def _read(lines: str, touched: _Touched, is_last: bool) -> list[Entry] | None:
    """The members in these lines; None where there are none, or where more than members is there."""
    if _SPECIAL.search(lines) or not (is_last or lines.endswith("\n")):
        return None
    try:
        read = read_yaml(lines)
    except ParseError:
        return None
    are_members = read.style == "block" and isinstance(read.value, dict) and not read.knots
    if not are_members or not read.start == read.entries[0].start == touched.column:
        return None
    if _ends_open(read):
        return None
    return [shifted(entry, touched.start) for entry in read.entries]


def _ends_open(node: YamlNode) -> bool:
    """True if the last value is a tag with nothing behind it: its body is looked for in what follows."""
    last = node
    while last.entries:
        last = cast(YamlNode, last.entries[-1].node)
    return last.body > last.end


def _with_members(touched: _Touched, members: list[Entry], shift: int) -> YamlNode | None:
    """The tree with these members in the place of the touched ones; None where it becomes too large."""
    last = touched.last
    for depth in range(len(touched.way), 0, -1):
        around, first = touched.way[depth - 1]
        later = (shifted(entry, shift) for entry in around.entries[last + 1 :])
        node = _collection(around, [*around.entries[:first], *members, *later])
        if depth > 1:
            outer, last = touched.way[depth - 2]
            members = [replace(outer.entries[last], node=node)]
    return node if node.count <= MAX_VALUES and node.height < MAX_DEPTH - 1 else None


def _collection(before: YamlNode, entries: list[Entry]) -> YamlNode:
    """The block collection `before` with these members instead of its own."""
    node = YamlNode(before.start, before.body, entries[-1].end, style="block", between=before.between)
    if isinstance(before.value, dict):
        node.value = with_merges([(str(entry.key), entry.node.value, False) for entry in entries])
        node.may_repeat = len(node.value) < len(entries)
    else:
        node.value = [entry.node.value for entry in entries]
    node.fill(entries)
    return node
