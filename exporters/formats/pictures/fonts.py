"""The fonts that pictures are drawn and measured in: Japanese, and for what it lacks the first that has it.

They come as packages, so that a picture is the same on every machine. A font is opened when a character needs
it: most pictures need the Japanese one alone.
"""

from __future__ import annotations

import struct
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

import pylopdf_fonts_jp
from PIL import ImageFont

UNITS = 1_000
"""The font size at which advances are measured."""

MAIN = Path(pylopdf_fonts_jp.sans_path())

_OTHERS = (
    ("pylopdf_fonts_ko", "NotoSansKR-Regular.otf"),
    ("pylopdf_fonts_zh_cn", "NotoSansSC-Regular.otf"),
    ("manimgx_fonts", "NotoEmoji[[]wght].ttf"),
    ("manimgx_fonts", "NotoSans[[]wght].ttf"),
    ("manimgx_fonts", "NotoSans[A-Z]*.ttf"),
)
_COMMON = (range(0x20, 0x7F), range(0x3041, 0x30FF))
"""Characters that the Japanese font certainly has: ASCII and kana."""

Ranges = tuple[list[int], list[int]]
"""The first and the last code points of ranges of characters, in order."""


def font_files(text: Iterable[str]) -> list[Path]:
    """Return the files of the fonts that the characters need, the Japanese one first."""
    needed = dict.fromkeys(file for character in set(text) if (file := font_file(character)))
    return [MAIN, *(file for file in _files() if file in needed and file != MAIN)]


def runs(text: str) -> list[tuple[str, str]]:
    """Return the parts of a text that one font draws, each with the name of the font's family.

    The marks that join and change emoji and letters stay with the character before them.
    """
    found: list[tuple[str, str]] = []
    for character in text:
        name = family(font_file(character) or MAIN)
        if found and (name == found[-1][1] or _is_joined(character, found[-1][0])):
            found[-1] = (found[-1][0] + character, found[-1][1])
        else:
            found.append((character, name))
    return found


@cache
def family(file: Path) -> str:
    """Return the name of a font's family."""
    return str(_opened(file).getname()[0])


def missing(text: Iterable[str]) -> list[str]:
    """Return the characters that no font has, in the order of their code points."""
    return sorted(
        character for character in set(text) if character.isprintable() and not font_file(character)
    )


def advance(character: str) -> float:
    """Return the width of a character at font size `UNITS`."""
    return _opened(font_file(character) or MAIN).getlength(character)


@lru_cache(maxsize=20_000)
def font_file(character: str) -> Path | None:
    """Return the file of the first font that has the character; None where there is none."""
    point = ord(character)
    if any(point in common for common in _COMMON):
        return MAIN
    return next((file for file in _files() if _has(_ranges(file), point)), None)


def _is_joined(character: str, before: str) -> bool:
    return before.endswith("\u200d") or unicodedata.category(character) in ("Mn", "Me", "Cf")


@cache
def _files() -> tuple[Path, ...]:
    """The files of all fonts, those of the East and of emoji first."""
    found = (file for package, pattern in _OTHERS for file in sorted(_folder(package).glob(pattern)))
    return tuple(dict.fromkeys((MAIN, *found)))


def _folder(package: str) -> Path:
    spec = find_spec(package)
    return Path(spec.origin).parent if spec and spec.origin else Path("no such folder")


def _has(ranges: Ranges, point: int) -> bool:
    firsts, lasts = ranges
    index = bisect_right(firsts, point) - 1
    return index >= 0 and point <= lasts[index]


@cache
def _opened(file: Path) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(file), UNITS, layout_engine=ImageFont.Layout.BASIC)


@cache
def _ranges(file: Path) -> Ranges:
    """The characters of a font, from its `cmap` table (OpenType specification, formats 4 and 12)."""
    table = _table(file, b"cmap")
    (count,) = struct.unpack_from(">H", table, 2)
    offsets = {struct.unpack_from(">HHI", table, 4 + 8 * index)[2] for index in range(count)}
    subtables = {struct.unpack_from(">H", table, offset)[0]: table[offset:] for offset in offsets}
    found = sorted(_segments(subtables))
    return [first for first, _ in found], [last for _, last in found]


def _segments(subtables: dict[int, bytes]) -> Iterator[tuple[int, int]]:
    if 12 in subtables:
        data = subtables[12]
        (count,) = struct.unpack_from(">I", data, 12)
        for first, last, _ in struct.iter_unpack(">III", data[16 : 16 + 12 * count]):
            yield first, last
    elif 4 in subtables:
        data = subtables[4]
        count = struct.unpack_from(">H", data, 6)[0] // 2
        lasts = struct.unpack_from(f">{count}H", data, 14)
        firsts = struct.unpack_from(f">{count}H", data, 16 + 2 * count)
        yield from ((first, last) for first, last in zip(firsts, lasts, strict=True) if last != 0xFFFF)


def _table(file: Path, wanted: bytes) -> bytes:
    with file.open("rb") as font:
        _, count = struct.unpack(">4sH", font.read(6))
        font.seek(12)
        for _ in range(count):
            tag, _, offset, length = struct.unpack(">4sIII", font.read(16))
            if tag == wanted:
                font.seek(offset)
                return font.read(length)
    raise ValueError(wanted)
