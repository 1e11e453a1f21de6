from __future__ import annotations

import pytest
from budget import examples
from hypothesis import given
from hypothesis import strategies as st

from schemas.asl.names import MAX_LENGTH, clean, unique


@pytest.mark.parametrize(
    "typed, name",
    [
        ("在庫チェック", "在庫チェック"),
        ("  a \t\n b  ", "a b"),
        ("a\x00b", "a b"),
        ("x" * 79 + " y", "x" * 79),
        ("\ud800", ""),
        ("👩‍🍳 注文", "👩‍🍳 注文"),
    ],
)
def test_clean(typed, name):
    assert clean(typed) == name


def test_a_taken_name_gets_the_first_free_number():
    assert unique("A", {"A", "A 2", "A 4"}) == "A 3"
    assert unique("B", {"A"}) == "B"


def test_a_number_finds_room_in_the_longest_name():
    assert unique("x" * MAX_LENGTH, {"x" * MAX_LENGTH}) == "x" * (MAX_LENGTH - 2) + " 2"


@examples(30, 500)
@given(st.text(max_size=200), st.sets(st.text(max_size=3)))
def test_a_clean_unique_name_stays_clean_and_short(typed, taken):
    name = unique(clean(typed) or "A", taken)
    assert name not in taken and len(name) <= MAX_LENGTH and name.encode()
