"""JSON texts as the service writes them in events, causes and strings."""

from __future__ import annotations

import json

from schemas.core.paths import Json


def written(value: Json) -> str:
    """`value` as compact JSON; letters beyond ASCII stay as they are."""
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)
