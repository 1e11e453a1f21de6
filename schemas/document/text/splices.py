"""Splices of text, and the gaps between the members that stay in their place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from schemas.core.edits import EditRefused, Replace, Splice
from schemas.document.text.draft import Slot
from schemas.document.text.tree import Entry


@dataclass(slots=True)
class Gap:
    """The changes between the unmoved members `before` and `after` (None at an end of the collection)."""

    before: Entry | None
    removed: list[Entry] = field(default_factory=list)
    added: list[Slot] = field(default_factory=list)
    after: Entry | None = None


def gaps(entries: Sequence[Entry], slots: Sequence[Slot]) -> Iterator[Gap]:
    """The gaps where `slots` differ from the original `entries`; unmoved members are in the same order."""
    index = 0
    gap = Gap(None)
    indexes = {id(entry): position for position, entry in enumerate(entries)}
    for slot in slots:
        position = None if slot.moved or slot.origin is None else indexes.get(id(slot.origin))
        if position is None:
            gap.added.append(slot)
            continue
        gap.removed.extend(entries[index:position])
        gap.after = entries[position]
        if gap.removed or gap.added:
            yield gap
        index, gap = position + 1, Gap(entries[position])
    gap.removed.extend(entries[index:])
    if gap.removed or gap.added:
        yield gap


def spliced(text: str, splices: Sequence[Splice], offset: int = 0) -> str:
    """Apply `splices` to `text`, whose first character is at `offset`."""
    parts: list[str] = []
    at = 0
    for splice in in_order(splices).splices:
        parts += (text[at : splice.start - offset], splice.text)
        at = splice.end - offset
    return "".join([*parts, text[at:]])


def inverse(text: str, replace: Replace) -> Replace:
    """The splices that undo `replace`; `text` is the text before it."""
    shift = 0
    back = []
    for splice in replace.splices:
        start = splice.start + shift
        back.append(Splice(start, start + len(splice.text), text[splice.start : splice.end]))
        shift += len(splice.text) - (splice.end - splice.start)
    return Replace(tuple(back))


def checked(text: str, replace: Replace) -> Replace:
    """Return `replace` if its splices are valid for `text`: inside it, in order, not overlapping.

    Raises `EditRefused` otherwise.
    """
    at = 0
    for splice in replace.splices:
        if not at <= splice.start <= splice.end <= len(text):
            raise EditRefused("edit-splices")
        at = splice.end
    return replace


def in_order(splices: Sequence[Splice]) -> Replace:
    """Sort `splices`, which do not overlap, into an edit; an insertion comes before a replacement."""
    return Replace(tuple(sorted(splices, key=lambda splice: (splice.start, splice.end))))


def between(old: str, new: str) -> Replace:
    """The single splice that changes `old` into `new`; none if they are equal."""
    if old == new:
        return Replace(())
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    return Replace((Splice(head, len(old) - tail, new[head : len(new) - tail]),))


def _common(one: str, other: str) -> int:
    """The number of equal characters at the beginning."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
