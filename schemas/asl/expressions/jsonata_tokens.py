"""Splits JSONata into tokens: names, variables, strings, numbers, regular expressions and operators."""

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

_PARTNERS = {"(": ")", "[": "]", "{": "}"}


class JsonataSyntaxError(Exception):
    """A syntax error at `offset` of an expression."""

    def __init__(self, offset: int) -> None:
        super().__init__(offset)
        self.offset = offset


@dataclass(frozen=True, slots=True)
class Token:
    """One token and the offset of its beginning."""

    kind: Kind
    text: str
    offset: int


def token_at(source: str, offset: int, operand: bool) -> tuple[Token, int]:
    """The first token from `offset` on, and the offset of its end.

    A `/` begins a regular expression if an `operand` is expected, else it is the operator. Raises
    `JsonataSyntaxError` if there is no valid token.
    """
    offset = _after_space(source, offset)
    if offset == len(source):
        return Token("end", "", offset), offset
    for kind, pattern in _patterns(source[offset], operand):
        found = pattern.match(source, offset)
        if found:
            return Token(kind, found[0], offset), found.end()
    return _word(source, offset)


def unclosed_bracket(source: str) -> int | None:
    """The offset of the first bracket without its partner, or of what is no token; None if all are closed."""
    opened: list[Token] = []
    token, offset = token_at(source, 0, operand=True)
    while token.kind != "end":
        if token.text in _PARTNERS:
            opened.append(token)
        elif token.text in _PARTNERS.values() and (not opened or _PARTNERS[opened.pop().text] != token.text):
            return token.offset
        is_whole = token.kind != "operator" or token.text in _PARTNERS.values()
        try:
            token, offset = token_at(source, offset, operand=not is_whole)
        except JsonataSyntaxError as error:
            return error.offset
    return opened[-1].offset if opened else None


def _patterns(character: str, operand: bool) -> list[tuple[Kind, re.Pattern[str]]]:
    if character == "/" and operand:
        return [("text", _REGEX)]
    by_character: dict[str, tuple[Kind, re.Pattern[str]]] = {
        '"': ("text", _STRING),
        "'": ("text", _STRING_SINGLE),
        "`": ("name", _QUOTED_NAME),
    }
    if character in by_character:
        return [by_character[character]]
    return [("operator", _OPERATOR), ("number", _NUMBER)]


def _word(source: str, offset: int) -> tuple[Token, int]:
    found = _WORD.match(source, offset)
    if found is None:
        raise JsonataSyntaxError(offset)
    text = found[0]
    if text.startswith("$"):
        return Token("variable", text, offset), found.end()
    if text in ("and", "or", "in"):
        return Token("operator", text, offset), found.end()
    return Token("constant" if text in ("true", "false", "null") else "name", text, offset), found.end()


def _after_space(source: str, offset: int) -> int:
    space = _SPACE.match(source, offset)
    end = space.end() if space else offset
    if source.startswith("/*", end):
        raise JsonataSyntaxError(end)
    return end
