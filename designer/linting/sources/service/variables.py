"""The variables in the texts of `serverless.yml`, such as `${file(flow.yml):checkout, ''}`.

Read as osls 4 and the Serverless Framework 3 read them (`lib/configuration/variables/parse.js`). A text that
only looks like one, such as `${AWS::Region}`, is plain text.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from schemas.core.paths import Json

_TYPE = re.compile(r"[a-z][a-zA-Z0-9]*")
_FIRST = re.compile(r"\$\{[a-z][a-zA-Z0-9.-]*(?::(?! *:)|\()")
_WORD = re.compile(r"[a-zA-Z0-9.-]+")
_NUMBER = re.compile(r"-?[0-9]{1,300}(?:\.[0-9]{1,300})?")
_LITERALS: dict[str, Json] = {"true": True, "false": False, "null": None}
_MOST_NESTED = 20


class NoVariable(Exception):
    """A text that begins like a variable and is none; the framework refuses it."""


@dataclass(frozen=True, slots=True)
class Address:
    """One source of a variable: its type, its parameters in brackets, and the address after the colon.

    Parameters and address may hold variables. The last source may be a `literal`; it then has no type.
    """

    type: str = ""
    params: tuple[str, ...] = ()
    address: str = ""
    literal: Json = None


@dataclass(frozen=True, slots=True)
class Variable:
    """A variable from the offset `start` to `end` of a text; the first of its sources with a value counts.

    Dollar signs right before it belong to it, as they do for the framework.
    """

    start: int
    end: int
    sources: tuple[Address, ...]


def variables(text: str) -> list[Variable]:
    """The outermost variables in a text. Raises `NoVariable`."""
    found: list[Variable] = []
    at = text.find("${")
    while at >= 0:
        end = at + 2
        if _FIRST.match(text, at) and not _is_escaped(text, at):
            reader = _Reader(text, at)
            found.append(reader.variable())
            end = reader.at
        at = text.find("${", end)
    return found


def _is_escaped(text: str, at: int) -> bool:
    first = at
    while text.startswith("\\", first - 1) and first > 0:
        first -= 1
    return (at - first) % 2 == 1


class _Reader:
    """Reads one variable; `at` is the offset of the next character."""

    def __init__(self, text: str, start: int) -> None:
        self.at = start + 2
        self._text = text
        self._start = start

    def variable(self) -> Variable:
        """The variable. Raises `NoVariable`."""
        sources = [self._source()]
        while self._next() == "," and sources[-1].type:
            self.at += 1
            sources.append(self._source())
        if self._next() != "}":
            raise NoVariable
        self.at += 1
        start = self._start
        while self._text.startswith("$", start - 1) and start > 0:
            start -= 1
        return Variable(start, self.at, tuple(sources))

    def _next(self) -> str:
        """The next character that is no space; empty at the end."""
        while self._text.startswith((" ", "\n", "\t"), self.at):
            self.at += 1
        return self._text[self.at : self.at + 1]

    def _source(self) -> Address:
        if self._next() in ("'", '"'):
            return Address(literal=self._quoted())
        word = _WORD.match(self._text, self.at)
        if word is None:
            raise NoVariable
        self.at = word.end()
        if self._next() not in (":", "("):
            return Address(literal=_literal(word[0]))
        if not _TYPE.fullmatch(word[0]):
            raise NoVariable
        params = self._params() if self._next() == "(" else ()
        return Address(word[0], params, self._address())

    def _params(self) -> tuple[str, ...]:
        self.at += 1
        params = []
        while self._next() != ")":
            params.append(self._quoted() if self._next() in ("'", '"') else self._plain(",)"))
            if self._next() == ",":
                self.at += 1
            elif self._next() != ")":
                raise NoVariable
        self.at += 1
        return tuple(params)

    def _address(self) -> str:
        if self._next() != ":":
            return ""
        self.at += 1
        return self._quoted() if self._next() in ("'", '"') else self._plain(",}")

    def _quoted(self) -> str:
        quote = self._text[self.at]
        end = self.at + 1
        while self._text[end : end + 1] != quote:
            end += 2 if quote == '"' and self._text.startswith("\\", end) else 1
            if end >= len(self._text):
                raise NoVariable
        written = self._text[self.at : end + 1]
        self.at = end + 1
        if quote == "'":
            return written[1:-1]
        try:
            return str(json.loads(written))
        except ValueError:
            raise NoVariable from None

    def _plain(self, ends: str) -> str:
        """The text up to one of `ends` that stands outside of all variables in it."""
        begin, depth = self.at, 0
        while depth or self._text[self.at : self.at + 1] not in ends:
            if self._text.startswith("${", self.at):
                depth += 1
            elif self._text.startswith("}", self.at):
                depth -= 1
            self.at += 1
            if self.at >= len(self._text) or not 0 <= depth <= _MOST_NESTED:
                raise NoVariable
        return self._text[begin : self.at].strip()


def _literal(word: str) -> Json:
    if word in _LITERALS:
        return _LITERALS[word]
    if not _NUMBER.fullmatch(word):
        raise NoVariable
    return int(word) if word.isdecimal() else float(word)
