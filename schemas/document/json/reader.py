"""Parses JSON: the value with the fast C parser, and a tree of spans whose members are read on demand."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from math import isinf

from schemas.core.paths import Json
from schemas.document.json.parse_errors import explain
from schemas.document.text.limits import MAX_DEPTH
from schemas.document.text.tree import Entry, ParseError

_scan_string = json.decoder.scanstring  # type: ignore[attr-defined]  # typeshed leaves it out
_SPACE = re.compile(r"[ \t\n\r]*")
_COLON = re.compile(r"([ \t\n\r]*:)[ \t\n\r]*")
_COMMA = re.compile(r"[ \t\n\r]*,?[ \t\n\r]*")
_SURROGATE = re.compile("[\ud800-\udfff]|\\\\u[dD][89a-fA-F]")
_LONG_NUMBER = re.compile(r"\d{4301,}")
_NOT_STRUCTURE = bytes(set(range(256)) - set(b'"{}[]'))


class JsonNode:
    """A value in JSON text; its members are read on demand."""

    is_alias = False

    def __init__(self, text: str, start: int, end: int, value: Json) -> None:
        self.start = start
        self.end = end
        self.value = value
        self._text = text

    @cached_property
    def entries(self) -> Sequence[Entry]:
        """The members of an object or array, in the order of the text."""
        if isinstance(self.value, dict):
            return _members(self._text, self.start, self.value)
        if isinstance(self.value, list):
            return _items(self._text, self.start, self.value)
        return ()


def read_value(text: str) -> tuple[Json, bool]:
    """The value of JSON text, and True if a name occurs twice in an object (the last one counts).

    Raises `ParseError`.
    """
    start = _skip(text, text.startswith("\ufeff"))
    repeats = False

    def gather(members: list[tuple[str, Json]]) -> dict[str, Json]:
        nonlocal repeats
        whole = dict(members)
        repeats = repeats or len(whole) < len(members)
        return whole

    decoder = json.JSONDecoder(object_pairs_hook=gather, parse_float=_float, parse_constant=_constant)
    try:
        value, end = decoder.raw_decode(text, start)
    except json.JSONDecodeError as error:
        raise explain(text, error.msg, error.pos) from None
    except RecursionError:
        raise ParseError("nesting-too-deep", start, {"limit": str(MAX_DEPTH)}) from None
    except ValueError as error:
        raise _number_error(text, error) from None
    if _skip(text, end) != len(text):
        raise explain(text, "Extra data", _skip(text, end))
    if _too_deep(text):
        raise ParseError("nesting-too-deep", start, {"limit": str(MAX_DEPTH)})
    _refuse_lone_surrogates(text, value)
    return value, repeats


def read_tree(text: str, value: Json) -> JsonNode:
    """The tree of spans of a JSON text whose value is `value`."""
    start = _skip(text, text.startswith("\ufeff"))
    return JsonNode(text, start, len(text.rstrip(" \t\n\r")), value)


class _InvalidNumber(ValueError):
    """A number that JSON does not have, or that is too large for most parsers."""


def _number_error(text: str, error: ValueError) -> ParseError:
    literal = str(error) if isinstance(error, _InvalidNumber) else _LONG_NUMBER.findall(text)[0]
    return ParseError("json-number", text.find(literal), {"number": literal[:40]})


def _float(literal: str) -> float:
    number = float(literal)
    if isinf(number):
        raise _InvalidNumber(literal)
    return number


def _constant(literal: str) -> Json:
    raise _InvalidNumber(literal)


_SCANNER = json.JSONDecoder().scan_once  # type: ignore[attr-defined]  # typeshed leaves it out


def _skip(text: str, offset: int) -> int:
    match = _SPACE.match(text, offset)
    return match.end() if match else offset


def _members(text: str, start: int, whole: dict[str, Json]) -> list[Entry]:
    entries: list[Entry] = []
    offset = _skip(text, start + 1)
    while text[offset] != "}":
        key, key_end = _scan_string(text, offset + 1)
        after, begin = _colon(text, key_end)
        end = _SCANNER(text, begin)[1]
        entries.append(Entry(key, offset, key_end, JsonNode(text, begin, end, whole[key]), after))
        offset = _next(text, end)
    return entries if len(entries) == len(whole) else [_with_own_value(text, entry) for entry in entries]


def _items(text: str, start: int, whole: list[Json]) -> list[Entry]:
    entries: list[Entry] = []
    offset = _skip(text, start + 1)
    for index, value in enumerate(whole):
        end = _SCANNER(text, offset)[1]
        entries.append(Entry(index, offset, offset, JsonNode(text, offset, end, value), offset))
        offset = _next(text, end)
    return entries


def _with_own_value(text: str, entry: Entry) -> Entry:
    """The same member with its own value, for an object in which a name occurs twice."""
    start, end = entry.node.start, entry.node.end
    return replace(entry, node=JsonNode(text, start, end, _SCANNER(text, start)[0]))


def _colon(text: str, end: int) -> tuple[int, int]:
    """The offsets of the end of the colon after a key that ends at `end`, and of the value."""
    match = _COLON.match(text, end)
    return (match.end(1), match.end()) if match else (end, end)


def _next(text: str, end: int) -> int:
    """The offset of the next member, or of the closing bracket, after the member that ends at `end`."""
    match = _COMMA.match(text, end)
    return match.end() if match else end


def _too_deep(text: str) -> bool:
    """True if valid JSON is nested too deeply: removing innermost brackets MAX_DEPTH times leaves some."""
    if "\\" in text:
        text = text.replace("\\\\", "").replace('\\"', "")
    structure = text.encode("utf-8", "replace").translate(None, _NOT_STRUCTURE).replace(b'""', b"")
    brackets = b"".join(structure.split(b'"')[::2])
    for _ in range(MAX_DEPTH):
        if not brackets:
            return False
        brackets = brackets.replace(b"{}", b"").replace(b"[]", b"")
    return bool(brackets)


def _refuse_lone_surrogates(text: str, value: Json) -> None:
    if text.isascii() and "\\u" not in text:
        return
    suspect = _SURROGATE.search(text)
    if suspect is None:
        return
    try:
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError:
        raise ParseError("lone-surrogate", suspect.start()) from None
