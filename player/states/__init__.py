"""The state types, one module each: how a state of the type runs."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from functools import cache

from player.states.kind import StateKind
from schemas.core.registry import modules


@cache
def kinds() -> Mapping[str, StateKind]:
    """The state types by their names in the language."""
    found = (getattr(module, "KIND", None) for module in modules(sys.modules[__name__]))
    return {kind.name: kind for kind in found if isinstance(kind, StateKind)}
