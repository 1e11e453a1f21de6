"""Uids of what a conversion adds to a card: derived from the card's, so that they are the same each time."""

from __future__ import annotations

from collections.abc import Container
from hashlib import blake2b

MOST_LETTERS = 64


def derived(uid: str, suffix: str, taken: Container[str]) -> str:
    """The uid of a part of the card `uid`: `pay-choice`; another one where a card is `taken` by that name."""
    readable = f"{uid}-{suffix}"
    if len(readable) <= MOST_LETTERS and readable not in taken:
        return readable
    seed, number = readable, 0
    while (hashed := blake2b(f"{seed}\0{number}".encode(), digest_size=8).hexdigest()) in taken:
        number += 1
    return hashed
