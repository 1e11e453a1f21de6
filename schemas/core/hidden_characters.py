"""Characters in names that nobody sees, or that turn the direction of what follows."""

from __future__ import annotations

import re

HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)
"""Controls, marks and overrides of direction, spaces of no width, halves of surrogate pairs. The joiner that
holds an emoji together is none of them."""


def hidden_character(name: str) -> str | None:
    """The first such character in a name as its code point, such as U+202E; None where there is none."""
    found = HIDDEN.search(name)
    return f"U+{ord(found[0]):04X}" if found else None


def without_hidden(name: str) -> str:
    """The name with a space for each run of white space and hidden characters."""
    return " ".join(HIDDEN.sub(" ", name).split())
