"""Parses JSON: the value with the fast C parser, and a tree of spans whose members are read on demand."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import isinf

from schemas.core.paths import Json
from schemas.core.placeholder import UNQUOTED, Unquoted
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
_CONSTANT = "NaN"
_STRING_OR_CONSTANT = re.compile(rf'"(?:[^"\\\n]|\\.)*+"|{_CONSTANT}|{UNQUOTED.pattern}')


@dataclass(frozen=True, slots=True)
class _Source:
    """JSON text, and the same text with a constant in the place of each placeholder without quotes."""

    text: str
    readable: str

    def end(self, start: int) -> int:
        """The offset after the value at `start`."""
        if self.readable.startswith(_CONSTANT, start):
            placeholder = UNQUOTED.match(self.text, start)
            return placeholder.end() if placeholder else start
        end: int = _SCANNER(self.readable, start)[1]
        return end


class JsonNode:
    """A value in JSON text; its members are read on demand."""

    is_alias = False

    def __init__(self, source: _Source, start: int, end: int, value: Json) -> None:
        self.start = start
        self.end = end
        self.value = value
        self._source = source

    @cached_property
    def entries(self) -> Sequence[Entry]:
        """The members of an object or array, in the order of the text."""
        if isinstance(self.value, dict):
            return _members(self._source, self.start, self.value)
        if isinstance(self.value, list):
            return _items(self._source, self.start, self.value)
        return ()


def read_value(text: str) -> tuple[Json, bool]:
    """The value of JSON text, and True if a name occurs twice in an object (the last one counts).

    A placeholder without quotes, where a value belongs, is `Unquoted`. Raises `ParseError`.
    """
    start = _skip(text, text.startswith("\ufeff"))
    try:
        readable = text
        value, end, repeats = _decode(text, start, iter(()))
    except (json.JSONDecodeError, _InvalidNumber) as error:
        readable, found = _with_constants(text)
        if not any(found):
            raise _explained(text, error) from None
        try:
            value, end, repeats = _decode(readable, start, iter(found))
        except (json.JSONDecodeError, _InvalidNumber) as error:
            raise _explained(text, error) from None
    if _skip(readable, end) != len(text):
        raise explain(text, "Extra data", _skip(readable, end))
    if _too_deep(text):
        raise ParseError("nesting-too-deep", start, {"limit": str(MAX_DEPTH)})
    _refuse_lone_surrogates(text, value)
    return value, repeats


def read_tree(text: str, value: Json) -> JsonNode:
    """The tree of spans of a JSON text whose value is `value`."""
    start = _skip(text, text.startswith("\ufeff"))
    readable, _ = _with_constants(text)
    return JsonNode(_Source(text, readable), start, len(text.rstrip(" \t\n\r")), value)


def _decode(text: str, start: int, placeholders: Iterator[str]) -> tuple[Json, int, bool]:
    """The value at `start`, its end, and True if a name repeats.

    `placeholders` are those that the constants in `text` stand for, in their order; "" for a constant of the
    text itself. Raises `ParseError`, and the errors of the decoder.
    """
    repeats = False

    def gather(members: list[tuple[str, Json]]) -> dict[str, Json]:
        nonlocal repeats
        whole = dict(members)
        repeats = repeats or len(whole) < len(members)
        return whole

    def constant(literal: str) -> Json:
        placeholder = next(placeholders, "") if literal == _CONSTANT else ""
        if not placeholder:
            raise _InvalidNumber(literal)
        return Unquoted(placeholder)

    decoder = json.JSONDecoder(object_pairs_hook=gather, parse_float=_float, parse_constant=constant)
    try:
        value, end = decoder.raw_decode(text, start)
    except (json.JSONDecodeError, _InvalidNumber):
        raise
    except RecursionError:
        raise ParseError("nesting-too-deep", start, {"limit": str(MAX_DEPTH)}) from None
    except ValueError:
        raise _InvalidNumber(_LONG_NUMBER.findall(text)[0]) from None
    return value, end, repeats


def _with_constants(text: str) -> tuple[str, list[str]]:
    """`text` with a constant in the place, and of the length, of each placeholder without quotes.

    Also the placeholder that each constant stands for; "" for one that was there before.
    """
    found: list[str] = []
    if "${" not in text:
        return text, found

    def constant(match: re.Match[str]) -> str:
        piece = match.group()
        if piece.startswith('"'):
            return piece
        found.append("" if piece == _CONSTANT else piece)
        return _CONSTANT.ljust(len(piece))

    return _STRING_OR_CONSTANT.sub(constant, text), found


class _InvalidNumber(ValueError):
    """A number that JSON does not have, or that is too large for most parsers."""


def _explained(text: str, error: json.JSONDecodeError | _InvalidNumber) -> ParseError:
    if isinstance(error, json.JSONDecodeError):
        return explain(text, error.msg, error.pos)
    literal = str(error)
    return ParseError("json-number", text.find(literal), {"number": literal[:40]})


def _float(literal: str) -> float:
    number = float(literal)
    if isinf(number):
        raise _InvalidNumber(literal)
    return number


_SCANNER = json.JSONDecoder().scan_once  # type: ignore[attr-defined]  # typeshed leaves it out


def _skip(text: str, offset: int) -> int:
    match = _SPACE.match(text, offset)
    return match.end() if match else offset


def _members(source: _Source, start: int, whole: dict[str, Json]) -> list[Entry]:
    text = source.text
    entries: list[Entry] = []
    offset = _skip(text, start + 1)
    while text[offset] != "}":
        key, key_end = _scan_string(text, offset + 1)
        after, begin = _colon(text, key_end)
        end = source.end(begin)
        entries.append(Entry(key, offset, key_end, JsonNode(source, begin, end, whole[key]), after))
        offset = _next(text, end)
    return entries if len(entries) == len(whole) else [_with_own_value(source, entry) for entry in entries]


def _items(source: _Source, start: int, whole: list[Json]) -> list[Entry]:
    entries: list[Entry] = []
    offset = _skip(source.text, start + 1)
    for index, value in enumerate(whole):
        end = source.end(offset)
        entries.append(Entry(index, offset, offset, JsonNode(source, offset, end, value), offset))
        offset = _next(source.text, end)
    return entries


def _with_own_value(source: _Source, entry: Entry) -> Entry:
    """The same member with its own value, for an object in which a name occurs twice."""
    start, end = entry.node.start, entry.node.end
    value, _ = read_value(source.text[start:end])
    return replace(entry, node=JsonNode(source, start, end, value))


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
