"""Finds the intended name of a misspelt one, if only one name can be meant."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cached_property, lru_cache

_MAX_LENGTH = 80
_MIN_LENGTH_WITH_TYPO = 4


class Names:
    """The valid names. The time of a lookup depends on the length of the word, not on the number of names."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = [name for name in names if len(name) <= _MAX_LENGTH]

    def nearest(self, word: str) -> str | None:
        """The only name that differs from `word` just in case, width, spaces, `-`, `_` or one typing error.

        Only Latin letters count as typing errors, no digits or other characters: 在庫確保 is not a misspelt
        在庫確認. None if there is no such name, if there are several, or if `word` is one of the names.
        """
        if len(word) > _MAX_LENGTH:
            return None
        plain = _plain(word)
        similar = self._same_plain.get(plain) or self._one_typo_away(plain)
        similar = similar - {word}
        return next(iter(similar)) if len(similar) == 1 else None

    def _one_typo_away(self, plain: str) -> set[str]:
        return {name for variant in _variants(plain) for name in self._by_variant.get(variant, ())}

    @cached_property
    def _same_plain(self) -> dict[str, set[str]]:
        index: dict[str, set[str]] = {}
        for name in self._names:
            index.setdefault(_plain(name), set()).add(name)
        return index

    @cached_property
    def _by_variant(self) -> dict[str, set[str]]:
        index: dict[str, set[str]] = {}
        for name in self._names:
            for key in _variants(_plain(name)):
                index.setdefault(key, set()).add(name)
        return index


@lru_cache(maxsize=256)
def names_of(words: tuple[str, ...]) -> Names:
    """The `Names` of these words, cached, because the same lists are searched again and again."""
    return Names(words)


def _plain(name: str) -> str:
    folded = unicodedata.normalize("NFKC", name).casefold()
    return "".join(letter for letter in folded if letter not in "-_" and not letter.isspace())


def _variants(plain: str) -> Iterable[str]:
    """The word itself and the word without each of its letters.

    Two words that differ by one typing error have one of these variants in common.
    """
    if len(plain) < _MIN_LENGTH_WITH_TYPO:
        return ()
    indexes = (index for index, letter in enumerate(plain) if letter.isascii() and letter.isalpha())
    return {plain, *(plain[:index] + plain[index + 1 :] for index in indexes)}
