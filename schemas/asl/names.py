"""State names: makes any text a valid name, and a name unique."""

from __future__ import annotations

import unicodedata
from collections.abc import Container

MAX_LENGTH = 80


def clean(name: str) -> str:
    """Remove control characters and repeated spaces from `name` and cut it to 80 characters; may be empty."""
    printable = "".join(" " if unicodedata.category(letter) == "Cc" else letter for letter in name)
    whole = "".join(letter for letter in printable if unicodedata.category(letter) != "Cs")
    return " ".join(whole.split())[:MAX_LENGTH].rstrip()


def unique(name: str, taken: Container[str]) -> str:
    """`name`, or `name` followed by the first number from 2 on that is not in `taken`."""
    number, candidate = 2, name
    while candidate in taken:
        suffix = f" {number}"
        candidate = name[: MAX_LENGTH - len(suffix)] + suffix
        number += 1
    return candidate
