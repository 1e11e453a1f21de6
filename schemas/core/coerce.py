"""Typed reads of JSON values of unknown type: a value of another type than expected counts as absent."""

from __future__ import annotations

from collections.abc import Collection

from schemas.core.paths import Json


def mapping(value: Json) -> dict[str, Json]:
    """`value` if it is an object, else an empty object."""
    return value if isinstance(value, dict) else {}


def text(value: Json, default: str = "") -> str:
    """`value` if it is a string, else `default`."""
    return value if isinstance(value, str) else default


def flag(value: Json, default: bool) -> bool:
    """`value` if it is a boolean, else `default`."""
    return value if isinstance(value, bool) else default


def number(value: Json, bound: float) -> float | None:
    """`value` if it is a number between -`bound` and `bound`, else None."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if -bound <= value <= bound else None


def one_of(choices: Collection[str], value: Json) -> str:
    """`value` if it is one of `choices`, else ""."""
    return value if isinstance(value, str) and value in choices else ""


def names(value: Json) -> tuple[str, ...]:
    """The strings in the array `value`; empty for any other value."""
    return tuple(item for item in value if isinstance(item, str)) if isinstance(value, list) else ()


def texts(value: Json) -> dict[str, str]:
    """The members of the object `value` that are strings; empty for any other value."""
    return {key: item for key, item in mapping(value).items() if isinstance(item, str)}
