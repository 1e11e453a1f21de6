"""Durations as people say them: "24時間", "3日", "1時間30分", "24 h", "2 days"."""

from __future__ import annotations

import re
from unicodedata import normalize

from schemas.core.diagnostic import Language
from schemas.wording.phrases import VOCABULARY

MINUTE, HOUR, DAY = 60, 3_600, 86_400

_SECONDS = {
    "秒": 1, "秒間": 1, "s": 1, "sec": 1, "secs": 1, "second": 1, "seconds": 1,
    "分": MINUTE, "分間": MINUTE, "m": MINUTE, "min": MINUTE, "mins": MINUTE,
    "minute": MINUTE, "minutes": MINUTE,
    "時間": HOUR, "h": HOUR, "hr": HOUR, "hrs": HOUR, "hour": HOUR, "hours": HOUR,
    "日": DAY, "日間": DAY, "d": DAY, "day": DAY, "days": DAY,
    "週": 7 * DAY, "週間": 7 * DAY, "w": 7 * DAY, "week": 7 * DAY, "weeks": 7 * DAY,
}  # fmt: skip
_NUMBER = r"\d{1,9}(?:\.\d{1,9})?|[一二三四五六七八九十]+"
_UNIT = "|".join(sorted(_SECONDS, key=len, reverse=True))
_PART = re.compile(
    rf"\s*(?:(?P<half>半)(?P<of>日|時間)|(?P<number>{_NUMBER})\s*(?P<unit>{_UNIT})(?P<more>半)?)"
)
_AROUND = re.compile(r"^(?:within|in|up to)\s+|(?:以内|まで)(?:に|で)?$")
_JOINED = re.compile(r"(?<=[a-z])(?:\s*,|\s+and)\s+(?=\d)")
_DIGITS = {digit: value for value, digit in enumerate("一二三四五六七八九", 1)}


def read_duration(typed: str) -> int | None:
    """The seconds that the words stand for, of one unit or several; None where they cannot be understood.

    Full width, kanji numbers up to 99, "半" and "以内" are understood. A number without a unit is not.
    """
    rest = _AROUND.sub("", normalize("NFKC", typed).strip().lower()).strip()
    rest = _JOINED.sub(" ", rest)
    total, at = 0.0, 0
    while at < len(rest):
        part = _PART.match(rest, at)
        if part is None:
            return None
        total += _seconds(part)
        at = part.end()
        if at < len(rest) and rest[at - 1].isascii() and rest[at].isascii() and rest[at].isalpha():
            return None
    return round(total) if total else None


def duration_words(seconds: float, language: Language) -> str:
    """The duration in the largest unit that it is a whole number of; up to two days are told in hours."""
    units = VOCABULARY[language].units
    fitting = ((unit, size) for unit, size in units if seconds % size == 0 and not (size == DAY == seconds))
    unit, size = next(fitting, units[-1])
    count = seconds / size
    return unit.format(int(count) if count == int(count) else count)


def rough_duration(seconds: float, language: Language) -> str:
    """The duration in at most two units, cut off below them: `1分10秒`, `1 min 10 s`."""
    words = VOCABULARY[language]
    least, _ = words.units[-1]
    if seconds != int(seconds) and seconds < MINUTE:
        return least.format(round(seconds, 1))
    parts: list[str] = []
    rest = round(seconds)
    for unit, size in words.units:
        count, rest = divmod(rest, size)
        if count:
            parts.append(unit.format(count))
    return words.between_units.join(parts[:2]) or least.format(0)


def _seconds(part: re.Match[str]) -> float:
    if part["half"]:
        return _SECONDS[part["of"]] / 2
    size = _SECONDS[part["unit"]]
    return (_number(part["number"]) + (0.5 if part["more"] else 0)) * size


def _number(text: str) -> float:
    if text[0].isdecimal():
        return float(text)
    tens, ten, ones = text.rpartition("十")
    return (_DIGITS.get(tens, 1) * 10 if ten else 0) + _DIGITS.get(ones, 0)
