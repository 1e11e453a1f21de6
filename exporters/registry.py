"""Every format by its name: a module of `formats/` that offers `FORMATS` is one."""

from __future__ import annotations

from functools import cache

import exporters.formats as package
from exporters.format import Format
from schemas.core.registry import modules


@cache
def formats() -> dict[str, Format]:
    """The formats by name, in the order of the alphabet."""
    found = [format for module in modules(package) for format in getattr(module, "FORMATS", ())]
    return {format.name: format for format in sorted(found, key=lambda format: str(format.name))}


def picture_formats() -> dict[str, str]:
    """The names of the formats that draw a picture, by the ending of its file (`.svg`)."""
    return {format.picture_ending: name for name, format in formats().items() if format.picture_ending}
