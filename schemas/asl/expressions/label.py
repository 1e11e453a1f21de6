"""Valid labels of a distributed Map; a label becomes a part of an ARN."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile(r"[\s<>{}\[\]?*\"#%\\^|~`$&,;:/\x00-\x1f\x7f-\x9f]")


def is_label(text: str) -> bool:
    """True if `text` is not empty and has only characters that are allowed in a label."""
    return bool(text) and _FORBIDDEN.search(text) is None
