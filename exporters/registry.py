"""Every format by its name: a module of this package that offers `FORMATS` is one."""

from __future__ import annotations

from functools import cache

import exporters
from exporters.base import Format
from schemas.registry import modules


@cache
def formats() -> dict[str, Format]:
    """The formats by name, in the order of the alphabet."""
    found = [format for module in modules(exporters) for format in getattr(module, "FORMATS", ())]
    return {format.name: format for format in sorted(found, key=lambda format: str(format.name))}
