"""The plain text of a label that is written in HTML."""

from __future__ import annotations

import re
from html import unescape

_DROPPED = re.compile(r"(?is)<(style|script)\b[^>]*>.*?(?:</\1\s*>|\Z)")
_BREAK = re.compile(r"(?i)<br\s*/?>|</(?:p|div|li|h[1-6]|tr)\s*>")
_TAG = re.compile(r"<!--.*?(?:-->|\Z)|</?[A-Za-z][^>]*+(?:>|\Z)|<[!?][^>]*+>", re.DOTALL)
_SPACES = re.compile(r"[ \t\r\f\v\xa0]+")


def html_text(html: str) -> str:
    """The text of `html` without tags: a line for each paragraph and break, single spaces, no empty ends."""
    text = _TAG.sub("", _BREAK.sub("\n", _DROPPED.sub("", html)))
    lines = (_SPACES.sub(" ", line).strip() for line in unescape(text).split("\n"))
    return "\n".join(lines).strip()


def one_line(text: str) -> str:
    """The text in one line; a space between two lines only where one of their letters is Latin."""
    joined = ""
    for line in filter(None, (line.strip() for line in text.split("\n"))):
        needs_space = bool(joined) and not (_is_wide(joined[-1]) and _is_wide(line[0]))
        joined += " " * needs_space + line
    return joined


def _is_wide(letter: str) -> bool:
    return ord(letter) >= 0x1100
