"""The comparisons of Choice rules in JSONPath."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import lru_cache

from schemas.asl.expressions.timestamp import is_timestamp
from schemas.core.paths import Json

Compare = Callable[[Json, Json], bool]


def _is_text(value: Json) -> bool:
    return isinstance(value, str)


def _is_number(value: Json) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_flag(value: Json) -> bool:
    return isinstance(value, bool)


def _is_time(value: Json) -> bool:
    return isinstance(value, str) and is_timestamp(value)


def _of(
    is_type: Callable[[Json], bool], compare: Callable[[object, object], bool], read: Callable[[Json], object]
) -> Compare:
    """Compare two values of a type; values of other types do not compare."""
    return lambda one, other: is_type(one) and is_type(other) and compare(read(one), read(other))


def _time(value: Json) -> object:
    return datetime.fromisoformat(str(value))


def _matches(text: Json, pattern: Json) -> bool:
    if not isinstance(text, str) or not isinstance(pattern, str):
        return False
    first, *others = _between_stars(pattern)
    if not others:
        return text == first
    *inner, last = others
    at = len(first)
    if not text.startswith(first) or len(text) < at + len(last) or not text.endswith(last):
        return False
    for part in inner:
        found = text.find(part, at, len(text) - len(last))
        if found < 0:
            return False
        at = found + len(part)
    return True


_ORDERS: Mapping[str, Callable[..., bool]] = {
    "Equals": lambda one, other: one == other,
    "LessThan": lambda one, other: one < other,
    "GreaterThan": lambda one, other: one > other,
    "LessThanEquals": lambda one, other: one <= other,
    "GreaterThanEquals": lambda one, other: one >= other,
}
_TYPES: Mapping[str, tuple[Callable[[Json], bool], Callable[[Json], object]]] = {
    "String": (_is_text, lambda value: value),
    "Numeric": (_is_number, lambda value: value),
    "Boolean": (_is_flag, lambda value: value),
    "Timestamp": (_is_time, _time),
}
COMPARISONS: Mapping[str, Compare] = {
    **{
        f"{type}{order}": _of(is_type, compare, read)
        for type, (is_type, read) in _TYPES.items()
        for order, compare in _ORDERS.items()
        if type != "Boolean" or order == "Equals"
    },
    "StringMatches": _matches,
}
"""The comparisons of a value with another one, by operator; `<operator>Path` has the same."""

TYPE_TESTS: Mapping[str, Callable[[Json], bool]] = {
    "IsNull": lambda value: value is None,
    "IsString": _is_text,
    "IsNumeric": _is_number,
    "IsBoolean": _is_flag,
    "IsTimestamp": _is_time,
}
"""The tests of a value's type, by operator."""


@lru_cache(maxsize=256)
def _between_stars(pattern: str) -> list[str]:
    r"""The texts between the stars of StringMatches: `*` stands for any text, `\*` for an asterisk."""
    parts = [""]
    for part in re.findall(r"\\.|[^\\*]+|\\|\*", pattern, re.DOTALL):
        if part == "*":
            parts.append("")
        else:
            parts[-1] += part[1:] if part.startswith("\\") and len(part) == 2 else part
    return parts
