"""The kinds of cards, one module a kind; how it is drawn is in `designer/sketch/board.css`, by its name."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from functools import cache

from designer.sketch.kind import Kind
from schemas.core.registry import modules
from schemas.sidecar.sketch import CARD_KINDS, CardKind

__all__ = ["Kind", "kinds"]


@cache
def kinds() -> Mapping[CardKind, Kind]:
    """Every kind by its name, in the order in which they are offered."""
    found = {kind.name: kind for module in modules(sys.modules[__name__]) if (kind := _of(module))}
    return {name: found[name] for name in CARD_KINDS}


def _of(module: object) -> Kind | None:
    return getattr(module, "KIND", None)
