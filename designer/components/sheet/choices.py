"""Choices of a column in words, and the values that they stand for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args
from unicodedata import normalize

from designer.base.words import word
from schemas.core.diagnostic import Language
from schemas.core.edits import EditRefused


def choice_words(language: Language, key: str, values: Iterable[str]) -> list[str]:
    """The words of the values, in their order; `key` begins those in the locales."""
    return [word(language, f"{key}.{value}") for value in values]


def chosen(key: str, values: Iterable[str], typed: str) -> str:
    """The value that the typed words stand for in any language, or that is typed itself; "" for none.

    Raises `EditRefused` for other words.
    """
    if not typed.strip():
        return ""
    for value in values:
        words = (word(language, f"{key}.{value}") for language in get_args(Language))
        if _plain(typed) in map(_plain, (value, *words)):
            return value
    raise EditRefused("unknown-choice", text=typed.strip())


def _plain(text: str) -> str:
    return "".join(normalize("NFKC", text).split()).lower()
