"""Names of states: what may be one, and how one becomes unique."""

from __future__ import annotations

import unicodedata
from collections.abc import Container

LONGEST = 80


def clean(name: str) -> str:
    """`name` without control characters and needless spaces, at most 80 characters; may be empty."""
    printable = "".join(" " if unicodedata.category(letter) == "Cc" else letter for letter in name)
    whole = "".join(letter for letter in printable if unicodedata.category(letter) != "Cs")
    return " ".join(whole.split())[:LONGEST].rstrip()


def unique(name: str, taken: Container[str]) -> str:
    """`name`, or where that is taken, `name` with the first number from 2 on that makes it free."""
    number, free = 2, name
    while free in taken:
        suffix = f" {number}"
        free = name[: LONGEST - len(suffix)] + suffix
        number += 1
    return free
