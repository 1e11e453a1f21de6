"""The words of JSONata: names, variables, strings, numbers, regular expressions and operators."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["name", "variable", "text", "constant", "number", "operator", "end"]

_SPACE = re.compile(r"(?:\s|/\*.*?\*/)*", re.DOTALL)
_OPERATOR = re.compile(r"\.\.|:=|!=|>=|<=|\*\*|~>|[.\[\]{}(),@#;:?+\-*/%|=<>^&]")
_STRING = re.compile(r'"(?:[^"\\]|\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}))*"')
_STRING_SINGLE = re.compile(r"'(?:[^'\\]|\\(?:['\"\\/bfnrt]|u[0-9A-Fa-f]{4}))*'")
_NUMBER = re.compile(r"(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?", re.ASCII)
_QUOTED_NAME = re.compile(r"`[^`]*`")
_REGEX = re.compile(r"/(?:[^/\\\n\[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/[im]*")
_WORD = re.compile(r"[^\s.\[\]{}(),@#;:?+\-*/%|=<>^&!~\"'`]+")


class JsonataSyntaxError(Exception):
    """Where an expression goes wrong, as an offset in it."""

    def __init__(self, offset: int) -> None:
        super().__init__(offset)
        self.offset = offset


@dataclass(frozen=True, slots=True)
class Token:
    """One word and where it begins."""

    kind: Kind
    text: str
    offset: int


def token_at(source: str, place: int, operand: bool) -> tuple[Token, int]:
    """The first token from `place` on, and where it ends; `operand` where `/` opens a regular expression.

    Raises `JsonataSyntaxError` where no token stands.
    """
    place = _after_space(source, place)
    if place == len(source):
        return Token("end", "", place), place
    for kind, pattern in _patterns(source[place], operand):
        found = pattern.match(source, place)
        if found:
            return Token(kind, found[0], place), found.end()
    return _word(source, place)


def _patterns(sign: str, operand: bool) -> list[tuple[Kind, re.Pattern[str]]]:
    if sign == "/" and operand:
        return [("text", _REGEX)]
    by_sign: dict[str, tuple[Kind, re.Pattern[str]]] = {
        '"': ("text", _STRING),
        "'": ("text", _STRING_SINGLE),
        "`": ("name", _QUOTED_NAME),
    }
    if sign in by_sign:
        return [by_sign[sign]]
    return [("operator", _OPERATOR), ("number", _NUMBER)]


def _word(source: str, place: int) -> tuple[Token, int]:
    found = _WORD.match(source, place)
    if found is None:
        raise JsonataSyntaxError(place)
    text = found[0]
    if text.startswith("$"):
        return Token("variable", text, place), found.end()
    if text in ("and", "or", "in"):
        return Token("operator", text, place), found.end()
    return Token("constant" if text in ("true", "false", "null") else "name", text, place), found.end()


def _after_space(source: str, place: int) -> int:
    space = _SPACE.match(source, place)
    end = space.end() if space else place
    if source.startswith("/*", end):
        raise JsonataSyntaxError(end)
    return end
