"""Text that fits its room: measured with the font that pictures are drawn in, broken into lines, cut."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

import pylopdf_fonts_jp
from PIL import ImageFont

FONT_FILE = str(pylopdf_fonts_jp.sans_path())
FONT_FAMILY = "'Noto Sans JP', 'Hiragino Sans', 'Yu Gothic UI', 'Noto Sans CJK JP', Meiryo, sans-serif"
ELLIPSIS = "…"
LONGEST = 2_000

_UNITS = 1_000
_NOT_DRAWN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\s]+")
_NO_CHARACTER = re.compile(r"[\ud800-\udfff\ufffe\uffff]")
_UNBROKEN = re.compile(r"[!-~\u00a1-\u024f]+\s*|.\s*")
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[_.:/-])(?=\w)")
_NOT_FIRST = re.compile(r"[、。，．・：；？！ー）」』】〕〉》ぁぃぅぇぉっゃゅょァィゥェォッャュョ…]")


def clean(text: str) -> str:
    """`text` as one line of characters that XML may hold, and not endless."""
    return _NOT_DRAWN.sub(" ", _NO_CHARACTER.sub("\ufffd", text[:LONGEST])).strip()


def width(text: str, size: float) -> float:
    """How wide `text` is in that size, in pixels."""
    return sum(map(_advance, text)) * size / _UNITS


def cut(text: str, size: float, room: float) -> str:
    """`text`, or as much of it as fits the room with an ellipsis behind it."""
    if width(text, size) <= room:
        return text
    left = room - width(ELLIPSIS, size)
    end = 0
    for character in text:
        left -= width(character, size)
        if left < 0:
            break
        end += 1
    return text[:end].rstrip() + ELLIPSIS


def lines(text: str, size: float, room: float, most: int) -> list[str]:
    """`text` in at most that many lines; the last is cut where there is more.

    Latin words stay whole where they fit, `longNames` are parted at their humps, and no line begins with a
    mark that closes.
    """
    return _filled(list(_parts(text, size, room)), size, room, most)


def balanced(text: str, size: float, room: float, most: int) -> list[str]:
    """`text` in as few lines as fit the room, all about as long."""
    parts = list(_parts(text, size, room))
    widest = _filled(parts, size, room, most)
    if len(widest) < 2 or widest[-1].endswith(ELLIPSIS):
        return widest
    narrow = width(text, size) / len(widest)
    tried = (_filled(parts, size, min(room, narrow + step), most + 1) for step in range(0, int(room), 4))
    whole = (found for found in tried if not any(line.endswith(ELLIPSIS) for line in found))
    return next((found for found in whole if len(found) == len(widest)), widest)


def _filled(parts: list[str], size: float, room: float, most: int) -> list[str]:
    found = [""]
    for part in parts:
        if found[-1] and width((found[-1] + part).rstrip(), size) > room:
            found.append("")
        found[-1] += part
    kept = [*found[: most - 1], "".join(found[most - 1 :])]
    return [cut(line.strip(), size, room) for line in kept if line.strip()]


def _parts(text: str, size: float, room: float) -> Iterator[str]:
    """What a line is not broken within."""
    for part in _together(text):
        if width(part.rstrip(), size) <= room:
            yield part
            continue
        for hump in _HUMP.split(part):
            yield from [hump] if width(hump.rstrip(), size) <= room else hump


def _together(text: str) -> list[str]:
    """Words and single Japanese characters, each with the marks that must not begin a line."""
    parts: list[str] = []
    for part in _UNBROKEN.findall(text):
        if parts and _NOT_FIRST.match(part):
            parts[-1] += part
        else:
            parts.append(part)
    return parts


@lru_cache(maxsize=20_000)
def _advance(character: str) -> float:
    return _font().getlength(character)


@cache
def _font() -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONT_FILE, _UNITS, layout_engine=ImageFont.Layout.BASIC)
