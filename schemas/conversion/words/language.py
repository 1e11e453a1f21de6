"""The language of a sketch, in which what a conversion adds is named."""

from __future__ import annotations

import re
from collections.abc import Iterable

from schemas.core.diagnostic import Language

_JAPANESE = re.compile(r"[ぁ-ゖァ-ヺ一-鿿]")


def language_of(texts: Iterable[str]) -> Language:
    """Japanese if any of the texts has a kana or a kanji, else English."""
    return "ja" if any(_JAPANESE.search(text) for text in texts) else "en"
