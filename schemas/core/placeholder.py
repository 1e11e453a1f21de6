"""Placeholders for values that the deployment fills in; they are allowed wherever a value is."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from schemas.core.paths import Json

_ONE = r'\$\{(?:\$\{[^{}"\n]*\}|[(\[][^{}\n]*[)\]]|[^{}"\n(\[])*+\}'
_AROUND = r"[-+.\deE]{0,20}"
UNQUOTED = re.compile(rf"{_AROUND}(?:{_ONE}{_AROUND})++")
"""Placeholders outside of quotes, perhaps among digits: `${Patience}`, `${Minutes}0`, `${var.tries}`."""

_IN_NAME = re.compile(r"\$\{[^{}]*\}")


class Unquoted(str):
    """A placeholder that is written without quotes: the deployment puts a value of any type in its place.

    An example is `${Patience}` in `"TimeoutSeconds": ${Patience}`.
    """

    __slots__ = ()


def with_unquoted(value: Json, form: Callable[[Unquoted], object]) -> Any:  # noqa: ANN401 - as `form` says
    """`value` with what `form` makes of each `Unquoted` in it."""
    if isinstance(value, dict):
        return {key: with_unquoted(item, form) for key, item in value.items()}
    if isinstance(value, list):
        return [with_unquoted(item, form) for item in value]
    return form(value) if isinstance(value, Unquoted) else value


def fills(name: str, target: str) -> bool:
    """True if `name`, with values for its placeholders, may be `target`: `Step${X}` may be `StepA`."""
    if not is_placeholder(name):
        return False
    first, *parts = _IN_NAME.split(name)
    last = parts.pop() if parts else ""
    if len(target) < len(first) + len(last) or not (target.startswith(first) and target.endswith(last)):
        return False
    at = len(first)
    for part in parts:
        at = target.find(part, at, len(target) - len(last))
        if at < 0:
            return False
        at += len(part)
    return True


def is_placeholder(value: object) -> bool:
    """True for a string with a substitution `${Name}` and for a template function such as `{"Ref": …}`."""
    if isinstance(value, str):
        return "${" in value and "}" in value
    if isinstance(value, dict) and len(value) == 1:
        name = next(iter(value))
        return isinstance(name, str) and (name == "Ref" or name.startswith("Fn::"))
    return False


def is_whole(text: str) -> bool:
    """True if `text` is nothing but placeholders, perhaps among digits: quotes around it can be left out."""
    return UNQUOTED.fullmatch(text) is not None
