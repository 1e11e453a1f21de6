"""Values as they are recorded in events."""

from __future__ import annotations

import json

from schemas.core.paths import Json


def value_of(text: str | None) -> Json:
    """The value of a recorded text; the text itself where it is no JSON, None for none."""
    if text is None:
        return None
    try:
        value: Json = json.loads(text)
    except (ValueError, RecursionError):
        return text
    return value
