"""The functions at the end of a JSONPath, such as `$.items.length()`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from statistics import fmean, pstdev

from schemas.core.paths import Json


def _length(value: Json) -> Json:
    return len(value) if isinstance(value, list | dict | str) else None


def _keys(value: Json) -> Json:
    return list(value) if isinstance(value, dict) else None


def _of_numbers(compute: Callable[[list[float]], float]) -> Callable[[Json], Json]:
    def function(value: Json) -> Json:
        items = value if isinstance(value, list) else []
        numbers = [float(item) for item in items if isinstance(item, int | float) and item is not True]
        return compute(numbers) if numbers else None

    return function


def _at(index: int) -> Callable[[Json], Json]:
    return lambda value: value[index] if isinstance(value, list) and value else None


FUNCTIONS: Mapping[str, Callable[[Json], Json]] = {
    "length": _length,
    "size": _length,
    "keys": _keys,
    "min": _of_numbers(min),
    "max": _of_numbers(max),
    "avg": _of_numbers(fmean),
    "sum": _of_numbers(sum),
    "stddev": _of_numbers(pstdev),
    "first": _at(0),
    "last": _at(-1),
}
"""Each function by its name: from the value before it to its own."""
