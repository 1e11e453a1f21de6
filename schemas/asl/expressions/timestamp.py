"""Timestamps of the language: the profile of RFC 3339 with a capital T and Z."""

from __future__ import annotations

import re
from datetime import datetime

_FORM = re.compile(
    r"(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)", re.ASCII
)


def is_timestamp(text: str) -> bool:
    """True if `text` is a valid date and time with a zone, such as 2026-04-01T09:00:00+09:00."""
    form = _FORM.fullmatch(text)
    if form is None:
        return False
    try:
        datetime.fromisoformat(form[1])
    except ValueError:
        return False
    return True
