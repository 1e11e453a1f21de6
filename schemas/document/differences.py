"""Compares two JSON values and lists the edits between them, so that equal parts keep their text."""

from __future__ import annotations

from collections.abc import Iterator

from schemas.core.edits import Insert, Remove, Set
from schemas.core.paths import Json, Path


def differences(old: Json, new: Json, path: Path = ()) -> list[Set | Insert | Remove]:
    """The edits that change `old`, the value at `path`, into `new`, in the order to apply them.

    `1`, `1.0` and `true` are different values, and the order of keys in an object matters.
    """
    edits: list[Set | Insert | Remove] = []
    waiting = [(old, new, path)]
    while waiting:
        before, after, at = waiting.pop()
        if isinstance(before, dict) and isinstance(after, dict) and _same_order(before, after):
            edits.extend(_of_keys(before, after, at))
            waiting.extend((before[key], after[key], (*at, key)) for key in after if key in before)
        elif isinstance(before, list) and isinstance(after, list) and before and after:
            head, tail = _equal_ends(before, after)
            middle = min(len(before), len(after)) - head - tail
            edits.extend(_of_items(before, after, at, head + middle, tail))
            waiting.extend((before[i], after[i], (*at, i)) for i in range(head, head + middle))
        elif not same(before, after):
            edits.append(Set(at, after))
    return edits


def same(one: Json, other: Json) -> bool:
    """True if two JSON values are equal, including their types and the order of keys."""
    waiting = [(one, other)]
    while waiting:
        a, b = waiting.pop()
        if a is b:
            continue
        if type(a) is not type(b):
            return False
        if isinstance(a, dict) and isinstance(b, dict):
            if list(a) != list(b):
                return False
            waiting.extend(zip(a.values(), b.values(), strict=True))
        elif isinstance(a, list) and isinstance(b, list):
            if len(a) != len(b):
                return False
            waiting.extend(zip(a, b, strict=True))
        elif a != b:
            return False
    return True


def _same_order(before: dict[str, Json], after: dict[str, Json]) -> bool:
    """True if there are common keys in the same order, or if both objects are empty."""
    shared = [key for key in before if key in after]
    return shared == [key for key in after if key in before] and (bool(shared) or not (before or after))


def _of_keys(before: dict[str, Json], after: dict[str, Json], at: Path) -> Iterator[Insert | Remove]:
    yield from (Remove((*at, key)) for key in before if key not in after)
    anchor: str | None = None
    added: list[Insert] = []
    for key in reversed(after):
        if key not in before:
            added.append(Insert((*at, key), after[key], anchor))
        anchor = key
    yield from added


def _of_items(
    before: list[Json], after: list[Json], at: Path, start: int, tail: int
) -> Iterator[Insert | Remove]:
    yield from (Remove((*at, index)) for index in reversed(range(start, len(before) - tail)))
    yield from (Insert((*at, index), after[index]) for index in range(start, len(after) - tail))


def _equal_ends(before: list[Json], after: list[Json]) -> tuple[int, int]:
    """The numbers of equal items at the beginning and, among the others, at the end."""
    shorter = min(len(before), len(after))
    head = 0
    while head < shorter and same(before[head], after[head]):
        head += 1
    tail = 0
    while tail < shorter - head and same(before[-1 - tail], after[-1 - tail]):
        tail += 1
    return head, tail
