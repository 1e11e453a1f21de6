"""The order of what two versions have, each in an order of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable


def interleaved(keys: Collection[str], others: Iterable[str]) -> list[str]:
    """The `keys` in their order, and each of the `others` behind the one that it follows there.

    >>> interleaved(["a", "c"], ["a", "b", "c", "d"])
    ['a', 'b', 'c', 'd']
    """
    known = set(keys)
    behind: dict[str | None, list[str]] = defaultdict(list)
    before: str | None = None
    for key in others:
        if key in known:
            before = key
        else:
            behind[before].append(key)
    return [*behind[None], *(one for key in keys for one in (key, *behind[key]))]
