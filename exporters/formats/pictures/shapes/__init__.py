"""The shapes of states: each module here draws the state types in its `TYPES`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from xml.etree.ElementTree import Element

from exporters.formats.pictures import shapes
from exporters.formats.pictures.styled_box import StyledBox
from schemas.core.registry import modules

Shape = Callable[[StyledBox], Iterator[Element]]


def shape_elements(figure: StyledBox) -> Iterator[Element]:
    """The figure in the shape of its type; a card where that is not known."""
    by_type = _by_type()
    return by_type.get(figure.type, by_type["Unknown"])(figure)


@cache
def _by_type() -> dict[str, Shape]:
    return {type: module.draw for module in modules(shapes) for type in module.TYPES}
