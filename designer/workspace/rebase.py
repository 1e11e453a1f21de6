"""Splices of one text, carried over to a later version of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from schemas.core.edits import Splice
from schemas.document.text.splices import between, spliced


class Overlap(Exception):
    """Both sides change the same place."""


@dataclass(slots=True)
class _Group:
    """The first and the second splices around one place; `start` to `end` is the place after the first."""

    start: int
    end: int
    first: list[Splice]
    second: list[Splice]


def composed(base: str, first: Sequence[Splice], second: Sequence[Splice]) -> list[Splice]:
    """The splices of `base` that do what `first` and then `second` do.

    A place that they leave as it was in `base` is not among them.
    """
    result: list[Splice] = []
    shift = 0
    for group in _groups(first, second):
        start = group.start - shift
        shift += sum(len(splice.text) - (splice.end - splice.start) for splice in group.first)
        before = base[start : group.end - shift]
        after = spliced(spliced(before, group.first, start), group.second, group.start)
        result += [Splice(s.start + start, s.end + start, s.text) for s in between(before, after).splices]
    return result


def rebased(mine: Sequence[Splice], theirs: Sequence[Splice]) -> list[Splice]:
    """The splices `mine` of the text that `theirs` have changed. Raises `Overlap`.

    Two insertions at one place do not overlap: `mine` comes first.
    """
    result: list[Splice] = []
    shift = at = 0
    for splice in mine:
        while at < len(theirs) and _is_before(theirs[at], splice):
            shift += len(theirs[at].text) - (theirs[at].end - theirs[at].start)
            at += 1
        if at < len(theirs) and theirs[at].start < splice.end:
            raise Overlap
        result.append(Splice(splice.start + shift, splice.end + shift, splice.text))
    return result


def _is_before(theirs: Splice, mine: Splice) -> bool:
    is_same_place = theirs.start == theirs.end == mine.start == mine.end
    return theirs.end <= mine.start and not is_same_place


def _groups(first: Sequence[Splice], second: Sequence[Splice]) -> list[_Group]:
    """The splices that touch each other, in groups from the beginning to the end of the text."""
    items: list[_Group] = [_Group(splice.start, splice.end, [], [splice]) for splice in second]
    shift = 0
    for splice in first:
        start = splice.start + shift
        items.append(_Group(start, start + len(splice.text), [splice], []))
        shift += len(splice.text) - (splice.end - splice.start)
    groups: list[_Group] = []
    for item in sorted(items, key=lambda item: (item.start, item.end)):
        if groups and item.start <= groups[-1].end:
            last = groups[-1]
            last.end = max(last.end, item.end)
            last.first += item.first
            last.second += item.second
        else:
            groups.append(item)
    return groups
