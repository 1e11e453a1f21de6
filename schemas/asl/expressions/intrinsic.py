"""The syntax of intrinsic functions: `States.Format('Hello, {}', $.name)`."""

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
"""Each function's least and greatest number of arguments."""

_CALL = re.compile(r"States\.(\w+)\(")
_SPACE = re.compile(r"\s*")
_LITERAL = re.compile(r"'(?:[^'\\]|\\['{}\\])*'|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null")
_DEEPEST = 50


@dataclass(frozen=True, slots=True)
class Call:
    """A call of `States.<name>`; an argument that is no call is a literal or a path, as it is written."""

    name: str
    arguments: tuple[Call | str, ...]

    @property
    def calls(self) -> Iterator[Call]:
        """The call and those among its arguments, outer before inner."""
        yield self
        for argument in self.arguments:
            if isinstance(argument, Call):
                yield from argument.calls

    @property
    def depth(self) -> int:
        """How many calls stand in each other."""
        inner = (argument.depth for argument in self.arguments if isinstance(argument, Call))
        return 1 + max(inner, default=0)

    @property
    def paths(self) -> Iterator[str]:
        """The paths among the arguments of the call and of those inside."""
        for call in self.calls:
            yield from (text for text in call.arguments if isinstance(text, str) and text.startswith("$"))


@lru_cache(maxsize=4096)
def call(text: str) -> Call | None:
    """`text` as one call of a known function with as many arguments as it takes; None where it is none."""
    return _Reader(text).whole()


class _Malformed(Exception):
    """What is read is no call."""


class _Reader:
    """Reads one call, a construct a method."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._place = 0

    def whole(self) -> Call | None:
        try:
            found = self._call(_DEEPEST)
        except _Malformed:
            return None
        return found if self._place == len(self._text) else None

    def _call(self, depth: int) -> Call:
        head = _CALL.match(self._text, self._place)
        if head is None or head[1] not in ARGUMENTS or not depth:
            raise _Malformed
        self._place = head.end()
        arguments = self._arguments(depth)
        least, greatest = ARGUMENTS[head[1]]
        if len(arguments) < least or (greatest is not None and len(arguments) > greatest):
            raise _Malformed
        return Call(head[1], tuple(arguments))

    def _arguments(self, depth: int) -> list[Call | str]:
        self._skip_space()
        if self._took(")"):
            return []
        found: list[Call | str] = []
        while True:
            found.append(self._argument(depth))
            self._skip_space()
            if self._took(")"):
                return found
            if not self._took(","):
                raise _Malformed
            self._skip_space()

    def _argument(self, depth: int) -> Call | str:
        start = self._place
        literal = _LITERAL.match(self._text, start)
        if literal is None and not self._text.startswith("$", start):
            return self._call(depth - 1)
        end = literal.end() if literal else after_path(self._text, start)
        if end is None:
            raise _Malformed
        self._place = end
        return self._text[start:end]

    def _took(self, sign: str) -> bool:
        if not self._text.startswith(sign, self._place):
            return False
        self._place += len(sign)
        return True

    def _skip_space(self) -> None:
        space = _SPACE.match(self._text, self._place)
        self._place = space.end() if space else self._place
