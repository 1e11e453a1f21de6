"""The words of the screen: `locales/<language>.json`, flat keys, read by Python and by the canvas."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

from schemas.core.diagnostic import Language


@cache
def words(language: Language) -> dict[str, str]:
    """The words of the screen by key, in `language`."""
    text = (files("designer") / "locales" / f"{language}.json").read_text(encoding="utf-8")
    return dict(json.loads(text))


def word(language: Language, key: str, **params: object) -> str:
    """The words of `key`, filled with `params`. Raises KeyError where there are none."""
    return words(language)[key].format_map(params)
