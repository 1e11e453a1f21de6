"""Words of people as text in a definition, in which nothing is an expression or a placeholder."""

from __future__ import annotations

import unicodedata

MOST_LETTERS = 1_000

_BEGINNINGS = (("${", "$ {"), ("{%", "{ %"), ("%}", "% }"))


def plain(words: str) -> str:
    """The words without control characters, and with a space in what would begin or end an expression."""
    kept = "".join(
        letter for letter in words if letter == "\n" or unicodedata.category(letter) not in ("Cc", "Cs")
    )
    for beginning, apart in _BEGINNINGS:
        kept = kept.replace(beginning, apart)
    return kept.strip()[:MOST_LETTERS]
