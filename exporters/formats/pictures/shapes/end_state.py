"""A state or a card that ends the flow: a rounded mark."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from exporters.formats.pictures import artwork
from exporters.formats.pictures.card_text import fit_card_text
from exporters.formats.pictures.palette import mix
from exporters.formats.pictures.styled_box import StyledBox
from exporters.formats.pictures.svg_elements import element

TYPES = ("Succeed", "Fail", "succeeded", "failed")

SIDE, SIGN, GAP, BORDER = 16, 20, 8, 2


def draw(figure: StyledBox) -> Iterator[Element]:
    """The mark, with sign and name in its middle."""
    x, y, width, height = figure.x, figure.y, figure.width, figure.height
    yield element(
        "rect",
        x=x + BORDER / 2,
        y=y + BORDER / 2,
        width=width - BORDER,
        height=height - BORDER,
        rx=(height - BORDER) / 2,
        fill=mix(figure.colour, figure.palette.card, 0.09),
        stroke=figure.colour,
        stroke_width=BORDER,
    )
    words = fit_card_text(figure.caption, figure.settings.view_mode, width - 2 * SIDE - SIGN - GAP, 2)
    left = x + (width - SIGN - GAP - words.width) / 2
    yield artwork.glyph(figure.type, left, figure.middle - SIGN / 2, SIGN, figure.colour)
    yield from words.drawn(left + SIGN + GAP, figure.middle, figure.palette, centred=True)
