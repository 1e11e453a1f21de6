"""One branch of a Parallel; it has no name, so it is counted."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from exporters.formats.pictures import svg_elements
from exporters.formats.pictures.card_text import DETAIL_SIZE
from exporters.formats.pictures.palette import mix
from exporters.formats.pictures.styled_box import StyledBox
from exporters.formats.pictures.svg_elements import element

TYPES = ("Branch",)

TOP, LEFT, BASELINE = 8, 12, 26


def draw(figure: StyledBox) -> Iterator[Element]:
    """A dashed frame with the branch's title."""
    x, y, palette = figure.x, figure.y, figure.palette
    yield element(
        "rect",
        x=x,
        y=y + TOP,
        width=figure.width,
        height=figure.height - TOP,
        rx=10,
        fill=mix(palette.ground, palette.inner, 0.55),
        stroke=palette.faint,
        stroke_width=1.5,
        stroke_dasharray="5 4",
    )
    yield svg_elements.words(figure.caption.title, x + LEFT, y + BASELINE, DETAIL_SIZE, palette.muted)
