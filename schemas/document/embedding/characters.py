"""Strings of a larger text, character by character: with escapes, or joined from several strings."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from schemas.core.edits import Splice
from schemas.document.text.merging import by_lines
from schemas.document.text.splices import spliced

Escape = Callable[[str], str | None]
"""Writes a text between the quotes of a string; None where it cannot stand there."""


@dataclass(frozen=True)
class Literal:
    """A string in the larger text: each of its characters with the offsets at which it begins and ends there.

    `start` is the offset after its opening quote, and `escape` writes further text into it.
    """

    text: str
    spans: Sequence[tuple[int, int]]
    start: int
    escape: Escape

    @property
    def end(self) -> int:
        """The offset of its closing quote."""
        return self.spans[-1][1] if self.spans else self.start


@dataclass(frozen=True)
class Characters:
    """The text of the `literals` in `whole`, one after the other."""

    whole: str
    literals: tuple[Literal, ...]

    @cached_property
    def text(self) -> str:
        """The text that they make."""
        return "".join(literal.text for literal in self.literals)

    def rewritten(self, text: str) -> str | None:
        """The whole, with the escapes of each string; None where a change crosses from one to another."""
        splices: list[Splice] = []
        for splice in by_lines(self.text, text):
            written = self._splice(splice)
            if written is None:
                return None
            splices.append(written)
        return spliced(self.whole, splices)

    def _splice(self, splice: Splice) -> Splice | None:
        begin = 0
        for literal in self.literals:
            start, end = splice.start - begin, splice.end - begin
            if 0 <= start <= end <= len(literal.text):
                written = literal.escape(splice.text)
                if written is not None:
                    return Splice(*_span(literal, start, end), written)
            begin += len(literal.text)
        return None


def _span(literal: Literal, start: int, end: int) -> tuple[int, int]:
    """The offsets in the larger text of the characters from `start` to `end`."""
    if start < end:
        return literal.spans[start][0], literal.spans[end - 1][1]
    at = literal.spans[start - 1][1] if start else literal.start
    return at, at


def fixed(text: str) -> Literal:
    """A part that something else than a string gives, and that stays as it is; `text` stands for it."""
    return Literal(text, (), 0, lambda _: None)


_JSON_PART = re.compile(
    r'\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.|[^"\\]'
)
_FOLD = r"[ \t]*(?:\r\n|\n|\r)(?:[ \t]*(?:\r\n|\n|\r))*[ \t]*"
_BREAK = re.compile(r"\r\n|\n|\r")
_YAML_PART = re.compile(
    rf"\\(?:\r\n|\n|\r)[ \t]*|{_FOLD}|"
    r"\\x[0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{8}|\\[^\r\n]|[^\"\\\r\n]"
)
_YAML_ESCAPES = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r",
    "e": "\x1b", " ": " ", '"': '"', "/": "/", "\\": "\\", "N": "\x85", "_": "\xa0", "L": "\u2028",
    "P": "\u2029",
}  # fmt: skip
_SINGLE_PART = re.compile(rf"{_FOLD}|" r"''|[^'\r\n]")
_RARE = re.compile(r"[\x7f-\x9f\u2028\u2029\ufeff]")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_UNQUOTABLE = re.compile(r"[\x00-\x08\x0a-\x1f\x7f\x85\u2028\u2029\ufeff]")


def json_string(whole: str, start: int) -> Literal | None:
    """The string of JSON that begins at `start` with its quote."""
    escape = _ascii_json if _is_ascii(whole, start) else _json
    return _read(whole, start, _JSON_PART, lambda part: str(json.loads(f'"{part}"', strict=False)), escape)


def double_quoted(whole: str, start: int) -> Literal | None:
    """The double quoted scalar of YAML that begins at `start`; None if it does not end."""
    escape = _ascii_yaml if _is_ascii(whole, start) else _yaml
    return _read(whole, start, _YAML_PART, _yaml_character, escape)


def single_quoted(whole: str, start: int) -> Literal | None:
    """The single quoted scalar of YAML that begins at `start`; None if it does not end."""
    return _read(whole, start, _SINGLE_PART, lambda part: _folded(part) or part[0], _single)


def _read(
    whole: str, start: int, part: re.Pattern[str], character: Callable[[str], str], escape: Escape
) -> Literal | None:
    spans: list[tuple[int, int]] = []
    read: list[str] = []
    at = start + 1
    while found := part.match(whole, at):
        made = character(found.group())
        read.append(made)
        spans += [(at, found.end()), *[(found.end(), found.end())] * (len(made) - 1)][: len(made)]
        at = found.end()
    if not whole.startswith(whole[start], at):
        return None
    return Literal("".join(read), spans, start + 1, escape)


def _folded(part: str) -> str:
    """The text that a break between two lines of a quoted scalar stands for; "" for other characters."""
    breaks = len(_BREAK.findall(part))
    return " " if breaks == 1 else "\n" * (breaks - 1)


def _yaml_character(part: str) -> str:
    if part[0] != "\\":
        return _folded(part) or part
    if part[1] in "\r\n":
        return ""
    if part[1] in "xuU" and len(part) > 2:
        return chr(min(int(part[2:], 16), 0x10FFFF))
    return _YAML_ESCAPES.get(part[1], "\ufffd")


def _is_ascii(whole: str, start: int) -> bool:
    """True if the string escapes what is not ASCII."""
    end = whole.find(whole[start], start + 1)
    text = whole[start : _closing(whole, start) if end >= 0 else len(whole)]
    return text.isascii() and "\\u" in text


def _closing(whole: str, start: int) -> int:
    at = start + 1
    while at < len(whole) and whole[at] != '"':
        at += 2 if whole[at] == "\\" else 1
    return at


def _json(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)[1:-1]


def _ascii_json(text: str) -> str:
    return json.dumps(text)[1:-1]


def _yaml(text: str) -> str:
    return _RARE.sub(lambda found: _code(found.group()), _json(text))


def _ascii_yaml(text: str) -> str:
    return _NOT_ASCII.sub(lambda found: _code(found.group()), _yaml(text))


def _code(character: str) -> str:
    code = ord(character)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _single(text: str) -> str | None:
    return None if _UNQUOTABLE.search(text) else text.replace("'", "''")
