"""Every format by its name: a module of `formats/` that offers `FORMATS` is one."""

from __future__ import annotations

from functools import cache

import exporters.formats as package
from exporters.format import Format
from exporters.formats import pictures
from schemas.core.registry import modules


@cache
def formats() -> dict[str, Format]:
    """The formats by name, in the order in which people use them."""
    found = [format for module in modules(package) for format in getattr(module, "FORMATS", ())]
    return {format.name: format for format in sorted(found, key=lambda format: format.rank)}


def format_of(name: str) -> Format:
    """The format of that name; a picture's is found without loading the others. Raises KeyError."""
    for picture in pictures.FORMATS:
        if picture.name == name:
            return picture
    return formats()[name]


def picture_formats() -> dict[str, str]:
    """The names of the formats that draw a picture, by the ending of its file (`.svg`)."""
    return {format.picture_ending: format.name for format in pictures.FORMATS}
