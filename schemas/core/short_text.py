"""Shortens a JSON value so that it fits into the sentence of a message."""

from __future__ import annotations

import json

from schemas.core.paths import Json

_MAX_LENGTH = 60


def short_text(value: Json) -> str:
    """`value` as JSON text of at most 60 characters; a string without its quotation marks."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _MAX_LENGTH else text[: _MAX_LENGTH - 1] + "…"
