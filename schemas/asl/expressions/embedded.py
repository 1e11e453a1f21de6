"""JSONata expressions in a definition: strings that begin with {% and end with %}."""

from __future__ import annotations

from schemas.asl.expressions.jsonata import expression
from schemas.asl.expressions.jsonata_uses import ExpressionNames
from schemas.core.paths import Json
from schemas.core.placeholder import is_placeholder

OPENING, CLOSING = "{%", "%}"

_NOTHING = ExpressionNames(None)


def source(value: Json) -> str | None:
    """The JSONata source between {% and %}; None if `value` is no such string."""
    if not isinstance(value, str) or len(value) < len(OPENING + CLOSING):
        return None
    if not value.startswith(OPENING) or not value.endswith(CLOSING):
        return None
    return value[len(OPENING) : -len(CLOSING)]


def read(value: Json) -> ExpressionNames:
    """The names in the JSONata expression `value`; none if it is no expression or has a placeholder."""
    text = source(value)
    return _NOTHING if text is None or is_placeholder(text) else expression(text)
