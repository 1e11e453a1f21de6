"""Durations that are typed as people say them, and told in words."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.core.diagnostic import Language
from schemas.sidecar.operations import MAX_SECONDS
from schemas.wording.durations import DAY, HOUR, MINUTE, duration_words, read_duration, rough_duration


@pytest.mark.parametrize(
    ("typed", "seconds"),
    [
        ("24時間", DAY),
        ("２４時間以内に", DAY),
        ("3日", 3 * DAY),
        ("三日間", 3 * DAY),
        ("十二時間", 12 * HOUR),
        ("30分", 30 * MINUTE),
        ("1時間30分", 90 * MINUTE),
        ("1時間半", 90 * MINUTE),
        ("半日", DAY // 2),
        ("1週間", 7 * DAY),
        ("90秒", 90),
        ("24 h", DAY),
        ("24h", DAY),
        ("2 days", 2 * DAY),
        ("1 day and 12 hours", 36 * HOUR),
        ("1h 30min", 90 * MINUTE),
        ("1.5 hours", 90 * MINUTE),
        ("within 30 minutes", 30 * MINUTE),
    ],
)
def test_a_duration_is_read_as_people_say_it(typed: str, seconds: int) -> None:
    assert read_duration(typed) == seconds


@pytest.mark.parametrize(
    "typed",
    ["", "24", "すぐに", "soon", "3営業日", "翌日", "0分", "-3日", "3日 x", "3 months", "24時", "3mx"],
)
def test_what_is_no_duration_is_not_guessed(typed: str) -> None:
    assert read_duration(typed) is None


@pytest.mark.parametrize(
    ("seconds", "ja", "en"),
    [
        (90, "90秒", "90 s"),
        (5_400, "90分", "90 min"),
        (DAY, "24時間", "24 h"),
        (2 * DAY, "2日", "2 d"),
        (36 * HOUR, "36時間", "36 h"),
        (1.5, "1.5秒", "1.5 s"),
    ],
)
def test_a_duration_is_told_in_its_largest_unit(seconds: float, ja: str, en: str) -> None:
    assert (duration_words(seconds, "ja"), duration_words(seconds, "en")) == (ja, en)


@pytest.mark.parametrize(
    ("seconds", "ja", "en"),
    [
        (0, "0秒", "0 s"),
        (1.25, "1.2秒", "1.2 s"),
        (70, "1分10秒", "1 min 10 s"),
        (DAY + HOUR + MINUTE, "1日1時間", "1 d 1 h"),
    ],
)
def test_a_rough_duration_has_two_units_at_most(seconds: float, ja: str, en: str) -> None:
    assert (rough_duration(seconds, "ja"), rough_duration(seconds, "en")) == (ja, en)


@given(st.integers(1, MAX_SECONDS), st.sampled_from(get_args(Language)))
def test_its_words_are_understood(seconds: int, language: Language) -> None:
    assert read_duration(duration_words(seconds, language)) == seconds


@given(st.text())
def test_no_text_is_too_odd(typed: str) -> None:
    found = read_duration(typed)
    assert found is None or found > 0
