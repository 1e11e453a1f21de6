"""Values as they may stand in a sentence."""

from __future__ import annotations

import json

from schemas.core.paths import Json

_LONGEST = 60


def short_text(value: Json) -> str:
    """`value` as JSON (a text without its quotation marks), shortened."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
