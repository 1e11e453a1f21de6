"""Text that fits its room: measured with the font that pictures are drawn in, broken into lines, cut."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from budoux import Parser, load_default_japanese_parser

from exporters.formats.pictures import fonts

FONT_FAMILY = "'Noto Sans JP', 'Hiragino Sans', 'Yu Gothic UI', 'Noto Sans CJK JP', Meiryo, sans-serif"
ELLIPSIS = "…"
LONGEST = 2_000

_NOT_DRAWN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\s]+")
_NO_CHARACTER = re.compile(r"[\ud800-\udfff\ufffe\uffff]")
_DIRECTION = re.compile(r"[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
_FLAG = "[\U0001f1e6-\U0001f1ff]"
_JOINED = re.compile(rf"\u200d.|[\u200c\ufe00-\ufe0f\u20e3\U0001f3fb-\U0001f3ff]|(?<={_FLAG}){_FLAG}")
"""The parts of an emoji that take no space of their own."""
_LOOSE_ENDS = " \u200d\ufe0f"
_WORD = re.compile(r"\s*\S+\s*")
_PIECE = re.compile(r"[!-~\u00a1-\u024f]+\s*|.\s*")
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[_.:/-])(?=\w)")
_NOT_FIRST = re.compile(r"[、。，．・：；？！ー）」』】〕〉》ぁぃぅぇぉっゃゅょァィゥェォッャュョ…]")


def clean(text: str) -> str:
    """`text` as one line of characters that XML may hold, without changes of direction, and not endless."""
    return _NOT_DRAWN.sub(" ", _NO_CHARACTER.sub("\ufffd", _DIRECTION.sub("", text[:LONGEST]))).strip()


def width(text: str, size: float) -> float:
    """Return the width of `text` at font size `size`, in pixels."""
    drawn = text if text.isascii() else _JOINED.sub("", text)
    return sum(map(_advance, drawn)) * size / fonts.UNITS


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
    return text[:end].rstrip(_LOOSE_ENDS) + ELLIPSIS


def lines(text: str, size: float, room: float, most: int) -> list[str]:
    """`text` in at most that many lines; the last is cut where there is more.

    It is broken between words and phrases, as browsers do. Where that would cut something off, Japanese is
    broken between characters and `longNames` at their humps; where even that is too long, anywhere.
    """
    by_phrase = _filled(_phrases(text), size, room, most)
    if not _is_cut(by_phrase):
        return by_phrase
    humps = [hump for piece in _PIECE.findall(text) for hump in _HUMP.split(piece)]
    found = _anywhere(humps, size, room, most)
    anywhere = _filled(list(text), size, room, most) if _is_cut(found) else found
    return found if _is_cut(anywhere) else anywhere


def prose(text: str, size: float, room: float, most: int) -> list[str]:
    """`text` in lines that are as full as can be; Latin words stay whole where they fit."""
    return _anywhere(_PIECE.findall(text), size, room, most)


def balanced(text: str, size: float, room: float, most: int) -> list[str]:
    """`text` in as few lines as fit the room, all about as long."""
    widest = lines(text, size, room, most)
    if len(widest) < 2 or _is_cut(widest):
        return widest
    narrow = width(text, size) / len(widest)
    tried = (lines(text, size, min(room, narrow + step), most + 1) for step in range(0, int(room), 4))
    return next((found for found in tried if len(found) == len(widest) and not _is_cut(found)), widest)


def _anywhere(pieces: list[str], size: float, room: float, most: int) -> list[str]:
    """Lines of those pieces; where one is longer than a line, broken anywhere."""
    found = _filled(_joined(pieces), size, room, most)
    return _filled(list("".join(pieces)), size, room, most) if _is_cut(found[:-1]) else found


def _filled(parts: list[str], size: float, room: float, most: int) -> list[str]:
    """Lines of those parts, of which none is parted."""
    found = [""]
    for part in parts:
        if found[-1] and width((found[-1] + part).rstrip(), size) > room:
            found.append("")
        found[-1] += part
    kept = [*found[: most - 1], "".join(found[most - 1 :])]
    return [cut(line.strip(), size, room) for line in kept if line.strip()]


def _is_cut(found: list[str]) -> bool:
    return any(line.endswith(ELLIPSIS) for line in found)


def _phrases(text: str) -> list[str]:
    """Words of Latin letters, phrases of Japanese."""
    return [word for phrase in _parser().parse(text) for word in _WORD.findall(phrase)]


def _joined(pieces: list[str]) -> list[str]:
    """The pieces, each with the marks behind it that must not begin a line."""
    parts: list[str] = []
    for piece in pieces:
        if parts and _NOT_FIRST.match(piece):
            parts[-1] += piece
        else:
            parts.append(piece)
    return parts


@cache
def _parser() -> Parser:
    return load_default_japanese_parser()


@lru_cache(maxsize=20_000)
def _advance(character: str) -> float:
    return fonts.advance(character)
