"""The controls that fields are edited with: one module a control, found by its `EDITOR`."""

from __future__ import annotations

import sys
from functools import cache

from designer.panels.inspector.editor import Editor
from designer.panels.inspector.spot import Spot
from schemas.registry import modules


def fitting(spot: Spot) -> Editor:
    """The editor that names the field, else the one that its value's schema fits."""
    named = next((editor for editor in _all() if spot.key in editor.fields), None)
    return named or next(editor for editor in _all() if editor.fits(spot))


@cache
def _all() -> list[Editor]:
    found = (getattr(module, "EDITOR", None) for module in modules(sys.modules[__name__]))
    return [editor for editor in found if isinstance(editor, Editor)]
