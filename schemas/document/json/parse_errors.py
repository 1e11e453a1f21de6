"""Translates the errors of the JSON parser into codes that a person can act on."""

from __future__ import annotations

import re

from schemas.core.edits import Splice
from schemas.core.placeholder import UNQUOTED
from schemas.document.text.tree import ParseError

_WORD = re.compile(r"[^\s,:\[\]{}\"]+")
_BY_MESSAGE = {
    "Unterminated string starting at": "json-unterminated-string",
    "Invalid control character at": "json-control-character",
    "Extra data": "json-extra-text",
}


def explain(text: str, message: str, offset: int) -> ParseError:
    """Translate the parser's `message` at `offset`, by looking at the text there."""
    if message in _BY_MESSAGE:
        return ParseError(_BY_MESSAGE[message], offset)
    if message.startswith("Invalid \\"):
        return ParseError("json-escape", offset)
    offset += len(text[offset:]) - len(text[offset:].lstrip(" \t\n\r"))
    return _by_character(text, message, offset)


def fix_splice(text: str, error: ParseError) -> Splice | None:
    """The splice that may fix the `error`: removes a trailing comma, or adds a missing one."""
    if error.code == "json-trailing-comma":
        return Splice(error.offset, error.offset + 1, "")
    if error.code == "json-missing-comma":
        end = len(text[: error.offset].rstrip(" \t\n\r"))
        return Splice(end, end, ",")
    return None


def _by_character(text: str, message: str, offset: int) -> ParseError:
    before = text[:offset].rstrip(" \t\n\r\ufeff")
    found = text[offset : offset + 1]
    if not found:
        return ParseError("json-unfinished" if before else "json-empty", len(before))
    if found == "/" or found == "#":
        return ParseError("json-comment", offset)
    if found in "}]" and before.endswith(","):
        return ParseError("json-trailing-comma", len(before) - 1)
    if found == "'":
        return ParseError("json-single-quotes", offset)
    if text.startswith("${", offset) and not UNQUOTED.match(text, offset):
        return ParseError("json-placeholder", offset)
    word = {"found": _word(text, offset)}
    if message == "Expecting ',' delimiter":
        return ParseError("json-missing-comma", offset, word)
    if message == "Expecting ':' delimiter":
        return ParseError("json-missing-colon", offset, word)
    if message.startswith("Expecting property name"):
        return ParseError("json-name", offset, word)
    return ParseError("json-value", offset, word)


def _word(text: str, offset: int) -> str:
    match = UNQUOTED.match(text, offset) or _WORD.match(text, offset)
    return match.group()[:40] if match else text[offset]
