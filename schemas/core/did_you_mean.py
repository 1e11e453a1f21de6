"""The one name that a misspelt name can only mean."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cached_property, lru_cache

_LONGEST = 80
_SHORTEST_WITH_TYPO = 4


class Names:
    """Names to choose from. Looking one up takes time by its own length, not by how many names there are."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = [name for name in names if len(name) <= _LONGEST]

    def nearest(self, word: str) -> str | None:
        """The only name that equals `word` but for case, width, spaces, `-` and `_`, or for one typing error.

        A digit, or a sign that is not a Latin letter, is never taken for a typing error: 在庫確保 is not a
        misspelt 在庫確認. None where there is no such name or more than one, or `word` is a name itself.
        """
        if len(word) > _LONGEST:
            return None
        plain = _plain(word)
        alike = self._alike.get(plain) or {name for key in _typed(plain) for name in self._typos.get(key, ())}
        alike = alike - {word}
        return next(iter(alike)) if len(alike) == 1 else None

    @cached_property
    def _alike(self) -> dict[str, set[str]]:
        index: dict[str, set[str]] = {}
        for name in self._names:
            index.setdefault(_plain(name), set()).add(name)
        return index

    @cached_property
    def _typos(self) -> dict[str, set[str]]:
        index: dict[str, set[str]] = {}
        for name in self._names:
            for key in _typed(_plain(name)):
                index.setdefault(key, set()).add(name)
        return index


@lru_cache(maxsize=256)
def names_of(words: tuple[str, ...]) -> Names:
    """Names to choose from that are put in order once, however often they are asked for."""
    return Names(words)


def _plain(name: str) -> str:
    folded = unicodedata.normalize("NFKC", name).casefold()
    return "".join(sign for sign in folded if sign not in "-_" and not sign.isspace())


def _typed(plain: str) -> Iterable[str]:
    """The word with each letter left out in turn: two words one error apart have one of these in common."""
    if len(plain) < _SHORTEST_WITH_TYPO:
        return ()
    letters = (index for index, sign in enumerate(plain) if sign.isascii() and sign.isalpha())
    return {plain, *(plain[:index] + plain[index + 1 :] for index in letters)}
