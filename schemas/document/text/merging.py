"""Three-way merge: the changes typed into a text, and the changes that others made to it meanwhile."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import accumulate, pairwise

from schemas.core.edits import Replace, Splice
from schemas.document.text.splices import between, checked, in_order, spliced


class Overlap(Exception):
    """Both sides changed the same place."""


def merge(base: str, current: str, typed: Sequence[Splice]) -> str:
    """`base` with the changes `typed`, and with those that turn it into `current`.

    Raises `Overlap` where the two meet, and `EditRefused` where `typed` is not in order within `base`.
    """
    checked(base, Replace(tuple(typed)))
    if base == current:
        return spliced(base, typed)
    meanwhile = by_lines(base, current)
    mine = [splice for splice in typed if splice not in meanwhile]
    both = in_order([*meanwhile, *mine]).splices
    if any(after.start < before.end or after.start == before.start for before, after in pairwise(both)):
        raise Overlap
    return spliced(base, both)


def by_lines(old: str, new: str) -> list[Splice]:
    """The splices that turn `old` into `new`, each within lines that differ."""
    return [
        Splice(whole.start + splice.start, whole.start + splice.end, splice.text)
        for whole in between(old, new).splices
        for splice in _split(old[whole.start : whole.end], whole.text)
    ]


def changed_lines(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int, int, int]]:
    """The lines of `old`, first to last, and those of `new` that take their place, by their numbers."""
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    matcher = SequenceMatcher(None, old[head : len(old) - tail], new[head : len(new) - tail], autojunk=False)
    return [
        (head + i1, head + i2, head + j1, head + j2)
        for tag, i1, i2, j1, j2 in matcher.get_opcodes()
        if tag != "equal"
    ]


def _split(old: str, new: str) -> Iterator[Splice]:
    before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    starts = [0, *accumulate(map(len, before))]
    for i1, i2, j1, j2 in changed_lines(before, after):
        inner = between("".join(before[i1:i2]), "".join(after[j1:j2]))
        yield from (Splice(s.start + starts[i1], s.end + starts[i1], s.text) for s in inner.splices)
