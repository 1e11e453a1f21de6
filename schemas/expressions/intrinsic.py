"""The syntax of intrinsic functions: `States.Format('Hello, {}', $.name)`."""

from __future__ import annotations

import re
from collections.abc import Mapping

from schemas.expressions.path import after_path

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


def is_intrinsic(text: str) -> bool:
    """Whether `text` is one call of a known function with as many arguments as it takes."""
    return _after_call(text, 0, _DEEPEST) == len(text)


def _after_call(text: str, place: int, depth: int) -> int | None:
    """Where the call that begins at `place` ends; None where there is none."""
    call = _CALL.match(text, place)
    if call is None or call[1] not in ARGUMENTS or not depth:
        return None
    count, end = _after_arguments(text, call.end(), depth)
    least, greatest = ARGUMENTS[call[1]]
    fits = count >= least and (greatest is None or count <= greatest)
    return end if fits else None


def _after_arguments(text: str, place: int, depth: int) -> tuple[int, int | None]:
    """How many arguments there are, and where their closing bracket ends; None where they are malformed."""
    place = _after_space(text, place)
    if text.startswith(")", place):
        return 0, place + 1
    count = 0
    while True:
        end = _after_argument(text, place, depth)
        if end is None:
            return count, None
        count += 1
        place = _after_space(text, end)
        if text.startswith(")", place):
            return count, place + 1
        if not text.startswith(",", place):
            return count, None
        place = _after_space(text, place + 1)


def _after_argument(text: str, place: int, depth: int) -> int | None:
    literal = _LITERAL.match(text, place)
    if literal:
        return literal.end()
    if text.startswith("$", place):
        return after_path(text, place)
    return _after_call(text, place, depth - 1)


def _after_space(text: str, place: int) -> int:
    space = _SPACE.match(text, place)
    return space.end() if space else place
