"""Deadlines in words: "24時間以内", "within 3 days"."""

from __future__ import annotations

import re
import unicodedata

from schemas.core.coerce import number as finite

_MINUTE, _HOUR, _DAY, _WEEK = 60, 3600, 86400, 604800
_MOST = 31_536_000
"""An execution lasts a year at most."""

_UNITS = {
    "秒": 1,
    "分": _MINUTE,
    "時間": _HOUR,
    "営業日": _DAY,
    "日間": _DAY,
    "日": _DAY,
    "週間": _WEEK,
    "か月": 30 * _DAY,
    "ヶ月": 30 * _DAY,
    "カ月": 30 * _DAY,
    "second": 1,
    "sec": 1,
    "minute": _MINUTE,
    "min": _MINUTE,
    "hour": _HOUR,
    "hr": _HOUR,
    "h": _HOUR,
    "business day": _DAY,
    "working day": _DAY,
    "day": _DAY,
    "week": _WEEK,
    "month": 30 * _DAY,
}
_WORD_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "seven": 7, "ten": 10}
_UNIT = "|".join(sorted(map(re.escape, _UNITS), key=len, reverse=True))
_SPAN = re.compile(
    rf"(?<![\d.,\w])(\d{{1,6}}(?:\.\d{{1,2}})?|{'|'.join(_WORD_NUMBERS)})\s*-?\s*({_UNIT})s?(?![A-Za-z])",
    re.IGNORECASE,
)
_SPAN_AFTER_KANJI = re.compile(rf"(\d{{1,6}}(?:\.\d{{1,2}})?)\s*({_UNIT})")
_DIGITS = str.maketrans("一二三四五六七八九", "123456789")
_SPAN_IN_KANJI = re.compile(rf"([一二三四五六七八九])({_UNIT})")
_HALF = {"半日": 12 * _HOUR, "半時間": 30 * _MINUTE, "half a day": 12 * _HOUR, "half an hour": 30 * _MINUTE}
_TOMORROW = re.compile(r"翌日|明日|当日|本日|\b(?:tomorrow|next day|same day|today)\b", re.IGNORECASE)


def deadline_in(words: str) -> int | None:
    """The seconds of the first span of time in the words; None where there is none, or more than a year."""
    plain = unicodedata.normalize("NFKC", words)
    half = next((seconds for words, seconds in _HALF.items() if words in plain.lower()), None)
    if half is not None:
        return half
    plain = _SPAN_IN_KANJI.sub(lambda span: span[0].translate(_DIGITS), plain)
    match = _SPAN.search(plain) or _SPAN_AFTER_KANJI.search(plain)
    if match is None:
        return _DAY if _TOMORROW.search(plain) else None
    amount = _WORD_NUMBERS.get(match[1].lower()) or float(match[1])
    seconds = round(amount * _UNITS[match[2].lower()])
    return seconds if 0 < seconds <= _MOST else None


def deadline_of(operations_deadline: object, *words: str) -> int | None:
    """The deadline of an operations card, else the first in the words; whole seconds up to a year."""
    given = finite(operations_deadline, _MOST)  # type: ignore[arg-type]
    if given is not None and given >= 1:
        return round(given)
    return next((found for text in words if (found := deadline_in(text)) is not None), None)
