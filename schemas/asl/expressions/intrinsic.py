"""Parses calls of intrinsic functions, such as `States.Format('Hello, {}', $.name)`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from schemas.asl.expressions.path import after_path

ARGUMENTS: Mapping[str, tuple[int, int | None]] = {
    "Array": (0, None),
    "ArrayContains": (2, 2),
    "ArrayGetItem": (2, 2),
    "ArrayLength": (1, 1),
    "ArrayPartition": (2, 2),
    "ArrayRange": (3, 3),
    "ArrayUnique": (1, 1),
    "Base64Decode": (1, 1),
    "Base64Encode": (1, 1),
    "Format": (1, None),
    "Hash": (2, 2),
    "JsonMerge": (3, 3),
    "JsonToString": (1, 1),
    "MathAdd": (2, 2),
    "MathRandom": (2, 3),
    "StringSplit": (2, 2),
    "StringToJson": (1, 1),
    "UUID": (0, 0),
}
"""The least and greatest number of arguments of each function; None for no upper limit."""

_CALL = re.compile(r"States\.(\w+)\(")
_SPACE = re.compile(r"\s*")
_LITERAL = re.compile(r"'(?:[^'\\]|\\['{}\\])*'|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null")
_MAX_DEPTH = 50


@dataclass(frozen=True, slots=True)
class Call:
    """A call of `States.<name>`; an argument is a call, or the text of a literal or a path."""

    name: str
    arguments: tuple[Call | str, ...]

    @property
    def calls(self) -> Iterator[Call]:
        """The call and the calls nested in its arguments, outer before inner."""
        yield self
        for argument in self.arguments:
            if isinstance(argument, Call):
                yield from argument.calls

    @property
    def depth(self) -> int:
        """The depth of nested calls; 1 if no argument is a call."""
        inner = (argument.depth for argument in self.arguments if isinstance(argument, Call))
        return 1 + max(inner, default=0)

    @property
    def paths(self) -> Iterator[str]:
        """The paths among the arguments of the call and its nested calls."""
        for call in self.calls:
            yield from (text for text in call.arguments if isinstance(text, str) and text.startswith("$"))


@lru_cache(maxsize=4096)
def call(text: str) -> Call | None:
    """Parse `text` as a call of an existing function with a valid number of arguments; else None."""
    return _Reader(text).whole()


class _Malformed(Exception):
    """The text is no valid call."""


class _Reader:
    """A recursive descent parser, one method for each construct of the grammar."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._offset = 0

    def whole(self) -> Call | None:
        try:
            found = self._call(_MAX_DEPTH)
        except _Malformed:
            return None
        return found if self._offset == len(self._text) else None

    def _call(self, depth: int) -> Call:
        head = _CALL.match(self._text, self._offset)
        if head is None or head[1] not in ARGUMENTS or not depth:
            raise _Malformed
        self._offset = head.end()
        arguments = self._arguments(depth)
        least, greatest = ARGUMENTS[head[1]]
        if len(arguments) < least or (greatest is not None and len(arguments) > greatest):
            raise _Malformed
        return Call(head[1], tuple(arguments))

    def _arguments(self, depth: int) -> list[Call | str]:
        self._skip_space()
        if self._accept(")"):
            return []
        found: list[Call | str] = []
        while True:
            found.append(self._argument(depth))
            self._skip_space()
            if self._accept(")"):
                return found
            if not self._accept(","):
                raise _Malformed
            self._skip_space()

    def _argument(self, depth: int) -> Call | str:
        start = self._offset
        literal = _LITERAL.match(self._text, start)
        if literal is None and not self._text.startswith("$", start):
            return self._call(depth - 1)
        end = literal.end() if literal else after_path(self._text, start)
        if end is None:
            raise _Malformed
        self._offset = end
        return self._text[start:end]

    def _accept(self, character: str) -> bool:
        if not self._text.startswith(character, self._offset):
            return False
        self._offset += len(character)
        return True

    def _skip_space(self) -> None:
        space = _SPACE.match(self._text, self._offset)
        self._offset = space.end() if space else self._offset
