"""JSONata in a definition: a text that opens with {% and closes with %}."""

from __future__ import annotations

from schemas.asl.expressions.jsonata import expression
from schemas.asl.expressions.jsonata_uses import ExpressionNames
from schemas.core.paths import Json
from schemas.core.placeholder import is_placeholder

OPENING, CLOSING = "{%", "%}"

_NOTHING = ExpressionNames(None)


def source(value: Json) -> str | None:
    """The expression between {% and %}; None where `value` is no such text."""
    if not isinstance(value, str) or len(value) < len(OPENING + CLOSING):
        return None
    if not value.startswith(OPENING) or not value.endswith(CLOSING):
        return None
    return value[len(OPENING) : -len(CLOSING)]


def read(value: Json) -> ExpressionNames:
    """What the expression in `value` says: nothing where there is none, or one that cannot be read yet."""
    text = source(value)
    return _NOTHING if text is None or is_placeholder(text) else expression(text)
