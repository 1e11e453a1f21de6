"""Splices of text, and the places between the members that an edit keeps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from schemas.core.edits import EditRefused, Replace, Splice
from schemas.document.text.draft import Slot
from schemas.document.text.tree import Entry


@dataclass(slots=True)
class Gap:
    """What happens between the kept members `before` and `after` (None at an end): members `removed` there
    and slots `added`."""

    before: Entry | None
    removed: list[Entry] = field(default_factory=list)
    added: list[Slot] = field(default_factory=list)
    after: Entry | None = None


def gaps(entries: Sequence[Entry], slots: Sequence[Slot]) -> Iterator[Gap]:
    """The gaps where `slots` differ from the `entries` that they began as; kept members keep their order."""
    index = 0
    gap = Gap(None)
    places = {id(entry): place for place, entry in enumerate(entries)}
    for slot in slots:
        place = None if slot.moved or slot.origin is None else places.get(id(slot.origin))
        if place is None:
            gap.added.append(slot)
            continue
        gap.removed.extend(entries[index:place])
        gap.after = entries[place]
        if gap.removed or gap.added:
            yield gap
        index, gap = place + 1, Gap(entries[place])
    gap.removed.extend(entries[index:])
    if gap.removed or gap.added:
        yield gap


def spliced(text: str, splices: Sequence[Splice], offset: int = 0) -> str:
    """`text`, which begins at `offset`, after `splices`."""
    parts: list[str] = []
    at = 0
    for splice in in_order(splices).splices:
        parts += (text[at : splice.start - offset], splice.text)
        at = splice.end - offset
    return "".join([*parts, text[at:]])


def inverse(text: str, replace: Replace) -> Replace:
    """The splices that turn `text` after `replace` into `text` again."""
    shift = 0
    back = []
    for splice in replace.splices:
        start = splice.start + shift
        back.append(Splice(start, start + len(splice.text), text[splice.start : splice.end]))
        shift += len(splice.text) - (splice.end - splice.start)
    return Replace(tuple(back))


def checked(text: str, replace: Replace) -> Replace:
    """`replace` if its splices lie in `text`, in order, none overlapping. Raises `EditRefused`."""
    at = 0
    for splice in replace.splices:
        if not at <= splice.start <= splice.end <= len(text):
            raise EditRefused("edit-splices")
        at = splice.end
    return replace


def in_order(splices: Sequence[Splice]) -> Replace:
    """`splices`, none overlapping, as an edit; an insertion stands before what is replaced at its place."""
    return Replace(tuple(sorted(splices, key=lambda splice: (splice.start, splice.end))))


def between(old: str, new: str) -> Replace:
    """The one splice that turns `old` into `new`."""
    if old == new:
        return Replace(())
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    return Replace((Splice(head, len(old) - tail, new[head : len(new) - tail]),))


def _common(one: str, other: str) -> int:
    """How many characters are the same at the beginning."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
