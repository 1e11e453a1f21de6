"""The words of the screen, in `locales/<language>.json` by key; the canvas reads the same files."""

from __future__ import annotations

import json
from functools import cache

import designer
from schemas.core.beside import text_beside
from schemas.core.diagnostic import Language


@cache
def words(language: Language) -> dict[str, str]:
    """All words of the screen in `language`, by key."""
    text = text_beside(designer.__file__, f"locales/{language}.json")
    return dict(json.loads(text))


def word(language: Language, key: str, **params: object) -> str:
    """The words of `key` in `language`, filled with `params`. Raises KeyError for an unknown key."""
    return words(language)[key].format_map(params)
