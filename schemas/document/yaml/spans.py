"""Finds the exact beginning and end of YAML values, which the parser does not report."""

from __future__ import annotations

import re

from schemas.document.text.lines import skip

_PROPERTIES = re.compile(r"(?:(?:&[\w-]+|!\S*)(?:[ \t\r\n]+(?:#[^\r\n]*)?)*)*")
_QUESTION_MARK = re.compile(r"(?:^|[\s,\[{\ufeff])\?\s")
_BREAK = re.compile(r"\r\n|[\r\n\x85]")


def skip_properties(text: str, offset: int) -> int:
    """The first offset from `offset` on after anchors, tags and the space between them."""
    match = _PROPERTIES.match(text, offset)
    return match.end() if match else offset


def after_colon(text: str, key_end: int) -> int:
    """The offset after the colon of the key that ends at `key_end`; -1 if it has none."""
    if text.startswith(":", key_end):
        return key_end + 1
    colon = skip(text, key_end)
    return colon + 1 if text.startswith(":", colon) else -1


def has_question_marks(text: str) -> bool:
    """True if a key of `text` may be marked with `?`."""
    return _QUESTION_MARK.search(text) is not None


def is_question_mark(text: str, offset: int) -> bool:
    """True if a key marked with `?` begins at `offset`."""
    return text.startswith("?", offset) and text[offset + 1 : offset + 2].isspace()


def block_text_end(text: str, start: int, parsed_end: int, value: str) -> int:
    """The end of the literal or folded text at `start`; the parser includes blank lines after it."""
    header = _BREAK.search(text, start, parsed_end)
    if header is None or not value:
        return start + len(text[start : header.start() if header else parsed_end].rstrip())
    if "+" in text[start : header.start()].partition("#")[0]:
        return parsed_end
    last = (
        start + len(text[start:parsed_end].rstrip())
        if text[start] == ">"
        else _nth_line(text, header.end(), value)
    )
    end = _BREAK.search(text, last, parsed_end)
    if end is None:
        return parsed_end
    return end.end() if value.endswith("\n") else end.start()


def _nth_line(text: str, offset: int, value: str) -> int:
    """The offset of the last line of a literal, which has as many lines as its value."""
    for _ in range(value.removesuffix("\n").count("\n")):
        match = _BREAK.search(text, offset)
        offset = match.end() if match else len(text)
    return offset
