"""Lines, indentation and comments in a text."""

from __future__ import annotations

import re

_BREAK = re.compile(r"\r\n|\n|\r")
_SPACE = re.compile(r"\s*")
_SKIPPED = re.compile(r"(?:[ \t\r\n]+|(?<![^\s,\[\]{}])#[^\r\n]*)*")


def line_start(text: str, offset: int) -> int:
    """The offset of the beginning of the line that contains `offset`."""
    start = text.rfind("\n", 0, offset) + 1
    start = max(start, text.rfind("\r", start, offset) + 1)
    return start or int(text.startswith("\ufeff"))


def line_end(text: str, offset: int) -> int:
    """The offset of the end of the line that contains `offset`, before its line break."""
    found = _BREAK.search(text, offset)
    return found.start() if found else len(text)


def next_line(text: str, offset: int) -> int:
    """The offset of the next line after `offset`; the end of the text if there is none."""
    found = _BREAK.search(text, offset)
    return found.end() if found else len(text)


def column(text: str, offset: int) -> int:
    """The number of characters before `offset` on its line."""
    return offset - line_start(text, offset)


def line_indent(text: str, offset: int) -> str:
    """The indentation of the line that contains `offset`."""
    line = text[line_start(text, offset) : offset]
    return line[: len(line) - len(line.lstrip(" \t"))]


def after_space(text: str, offset: int) -> int:
    """The first offset from `offset` on that is no white space."""
    match = _SPACE.match(text, offset)
    return match.end() if match else offset


def skip(text: str, offset: int) -> int:
    """The first offset from `offset` on that is neither white space nor part of a YAML comment."""
    match = _SKIPPED.match(text, offset)
    return match.end() if match else offset
