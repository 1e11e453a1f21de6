"""Text that fits: measured, broken into lines, cut."""

from __future__ import annotations

import pytest
from budget import examples
from hypothesis import given
from hypothesis import strategies as st

from exporters.formats.pictures.typesetting import ELLIPSIS, balanced, clean, cut, lines, prose, width

SIZE = 15
JAPANESE = st.text(st.sampled_from("注文の受付を確認する在庫引当、。ーッ（）ABCabc 123"), max_size=60)


def test_a_japanese_character_is_as_wide_as_it_is_high():
    assert width("注文", SIZE) == 2 * SIZE


def test_what_fits_stays_as_it_is():
    assert cut("注文", SIZE, 30) == "注文"
    assert lines("注文の受付", SIZE, 75, 2) == ["注文の受付"]


def test_what_does_not_fit_is_cut_with_an_ellipsis():
    assert cut("注文の受付を確認", SIZE, 75) == "注文の受…"


def test_words_stay_whole():
    assert lines("Reserve stock", SIZE, 80, 2) == ["Reserve", "stock"]


def test_japanese_is_broken_between_phrases():
    assert lines("担当者の判断を待つ", SIZE, 100, 2) == ["担当者の", "判断を待つ"]
    assert balanced("注文できるカートか", SIZE, 128, 2) == ["注文できる", "カートか"]


def test_where_phrases_would_be_cut_off_it_is_broken_between_characters():
    assert lines("在庫引当受付確認処理", SIZE, 90, 2) == ["在庫引当受付", "確認処理"]


def test_prose_fills_its_lines():
    assert prose("機械は何もしない。人が確かめる。", SIZE, 90, 9) == [
        "機械は何もし",
        "ない。人が確",
        "かめる。",
    ]
    assert prose("Nobody retries this", SIZE, 90, 9) == ["Nobody", "retries this"]


def test_long_names_are_parted_at_their_humps():
    assert lines("CancelRentalReservation", SIZE, 148, 2) == ["CancelRental", "Reservation"]
    assert lines("check_stock_of_shop", SIZE, 100, 2) == ["check_stock_", "of_shop"]


def test_no_line_begins_with_a_mark_that_closes():
    assert lines("在庫あり、確保", SIZE, 60, 3) == ["在庫あ", "り、確保"]


@pytest.mark.parametrize("name", ["すべて確保できたか", "IsLoadHoldTimeReached", "Delete Completed?"])
def test_balanced_lines_are_about_as_long(name):
    one, other = balanced(name, SIZE, 128, 2)
    assert abs(width(one, SIZE) - width(other, SIZE)) < 4 * SIZE
    assert ELLIPSIS not in one + other


def test_what_xml_cannot_hold_is_replaced():
    assert clean("a\x00b\nc\ud800\ufffe") == "a b c\ufffd\ufffd"


@examples(75, 1500)
@given(JAPANESE, st.integers(40, 300), st.integers(1, 3))
def test_lines_fit_and_lose_nothing_but_what_is_cut(text, room, most):
    for arrange in (lines, balanced, prose):
        found = arrange(text, SIZE, room, most)
        assert len(found) <= most
        assert all(width(line, SIZE) <= room for line in found)
        whole = "".join(found).replace(" ", "")
        assert whole.rstrip(ELLIPSIS) == text.replace(" ", "")[: len(whole.rstrip(ELLIPSIS))]
        assert ELLIPSIS in whole or whole == text.replace(" ", "")
