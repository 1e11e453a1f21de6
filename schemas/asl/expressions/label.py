"""The label of a distributed Map, which becomes part of an ARN."""

from __future__ import annotations

import re

_REFUSED = re.compile(r"[\s<>{}\[\]?*\"#%\\^|~`$&,;:/\x00-\x1f\x7f-\x9f]")


def is_label(text: str) -> bool:
    """True if `text` has only signs that a label may have."""
    return bool(text) and _REFUSED.search(text) is None
