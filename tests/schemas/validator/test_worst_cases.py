"""The time to parse and validate a text grows linearly with its length, even for hostile texts."""

from __future__ import annotations

import sys

import pytest
from hostile import TEXTS, sized

from schemas import Document, validate

SIZE = 8_000
LINEAR = 2.6


def steps(text: str) -> int:
    """The number of calls, including those into C, to parse and validate `text`."""
    count = 0

    def tick(frame, event, argument):
        nonlocal count
        count += 1

    sys.setprofile(tick)
    try:
        validate(Document.parse(text))
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("name", TEXTS)
def test_steps_grow_with_the_text(name):
    validate(Document.parse(sized(name, 400)))
    short, long = sized(name, SIZE), sized(name, 2 * SIZE)
    assert steps(long) / steps(short) <= LINEAR * len(long) / len(short) / 2
