"""Characters in names and texts that nobody sees, or that turn the direction of what follows."""

from __future__ import annotations

import re

_FLAG = "\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{3,6}\U000e007f"
"""The flag of a part of a country, such as England: a black flag with its code in tag characters."""

_CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
_OVERRIDES = "\u202a-\u202e"
_TAGS = "\U000e0000-\U000e007f"
_HALVES = "\ud800-\udfff"
_MARKS = "\u061c\u200e\u200f\u2066-\u2069"
_EMPTY = "\xad\u034f\u115f\u1160\u200b\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb"
_BREAKS = "\t\n\r\u2028\u2029"
_JOINER_OF_NOTHING = "(?<![^\x00-\x7f])[\u200c\u200d]"

_IN_TEXT = re.compile(f"{_FLAG}|([{_CONTROLS}{_OVERRIDES}{_TAGS}{_HALVES}])")
_IN_NAME = re.compile(
    f"{_FLAG}|([{_CONTROLS}{_OVERRIDES}{_TAGS}{_HALVES}{_MARKS}{_EMPTY}{_BREAKS}]|{_JOINER_OF_NOTHING})"
)
"""Controls, marks and overrides of direction, characters of no width, fillers, tags, halves of surrogates.
The joiner that holds an emoji or letters of other scripts together is none of them."""

_BLANK = re.compile(r"[\s\u2800]+")


def hidden_character(name: str) -> str | None:
    """The first such character in a name as its code point, such as U+202E; None where there is none.

    In a name of nothing but spaces it is the first of them.
    """
    if name.isascii() and name.isprintable() and not name.isspace():
        return None
    return _first(_IN_NAME, name) or (_code_point(name[0]) if _BLANK.fullmatch(name) else None)


def hidden_in_text(text: str) -> str | None:
    """The first control, override of direction or tag in a text of some lines; None where there is none."""
    return None if text.isprintable() else _first(_IN_TEXT, text)


def without_hidden(name: str) -> str:
    """The name with a space for each run of white space and hidden characters."""
    return " ".join(_IN_NAME.sub(lambda found: " " if found[1] else found[0], name).split())


def _first(pattern: re.Pattern[str], text: str) -> str | None:
    return next((_code_point(found[1]) for found in pattern.finditer(text) if found[1]), None)


def _code_point(character: str) -> str:
    return f"U+{ord(character):04X}"
