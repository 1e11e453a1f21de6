"""Reads of plain values that may be anything: what is not of the expected kind counts as absent."""

from __future__ import annotations

from schemas.core.paths import Json


def mapping(value: Json) -> dict[str, Json]:
    """`value` where it is an object, else an empty one."""
    return value if isinstance(value, dict) else {}


def text(value: Json, default: str = "") -> str:
    """`value` where it is a string, else `default`."""
    return value if isinstance(value, str) else default


def flag(value: Json, default: bool) -> bool:
    """`value` where it is true or false, else `default`."""
    return value if isinstance(value, bool) else default


def number(value: Json, bound: float) -> float | None:
    """`value` where it is a number between -`bound` and `bound`, else None."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if -bound <= value <= bound else None


def texts(value: Json) -> dict[str, str]:
    """The strings of an object."""
    return {key: item for key, item in mapping(value).items() if isinstance(item, str)}
