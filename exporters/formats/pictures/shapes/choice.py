"""A Choice, or a decision of a sketch: a shape with a point at each side, for ways part there."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from exporters.formats.pictures import artwork
from exporters.formats.pictures.card_text import fit_card_text
from exporters.formats.pictures.palette import mix
from exporters.formats.pictures.styled_box import StyledBox
from exporters.formats.pictures.svg_elements import element, number

TYPES = ("Choice", "decision")

CORNERS = ((0.1, 0.01), (0.9, 0.01), (0.995, 0.5), (0.9, 0.99), (0.1, 0.99), (0.005, 0.5))
SIDE, SIGN, GAP = 30, 20, 10


def draw(figure: StyledBox) -> Iterator[Element]:
    """The shape, with sign and name in its middle."""
    x, y, width, height, palette = figure.x, figure.y, figure.width, figure.height, figure.palette
    corners = (f"{number(x + width * across)},{number(y + height * down)}" for across, down in CORNERS)
    yield element(
        "polygon",
        points=" ".join(corners),
        fill=mix(palette.violet, palette.card, 0.07),
        stroke=mix(palette.violet, palette.card, 0.7),
        stroke_width=1.5,
        stroke_linejoin="round",
        **({"stroke_dasharray": "6 4"} if figure.is_undecided else {}),
    )
    room = width - 2 * SIDE - SIGN - GAP
    names = 3 if figure.type == "decision" and not figure.caption.line else 2
    words = fit_card_text(figure.caption, figure.settings.view_mode, room, 3, balanced=True, names=names)
    left = x + (width - SIGN - GAP - words.width) / 2
    yield artwork.glyph(figure.type, left, figure.middle - SIGN / 2, SIGN, palette.violet)
    yield from words.drawn(left + SIGN + GAP, figure.middle, palette, centred=True)
