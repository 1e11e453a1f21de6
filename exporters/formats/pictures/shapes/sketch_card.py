"""A card of a sketch: the outline tells its kind, a screen by a window's bar, a table as a drum."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

from exporters.formats.pictures import artwork
from exporters.formats.pictures.card_text import fit_card_text
from exporters.formats.pictures.palette import mix
from exporters.formats.pictures.styled_box import StyledBox
from exporters.formats.pictures.svg_elements import element, number
from exporters.scene import Caption

TYPES = ("screen", "step", "table", "person", "external")

ICON, SIGN, LEFT, RIGHT, GAP = 28, 20, 15, 13, 10
ROUND, BAR, STRIPE, RIM, HEAD = 10, 8, 5, 7, 36
MOST_LINES = 3


def draw(figure: StyledBox) -> Iterator[Element]:
    """The outline, the sign of the kind, the words and the owner."""
    yield from OUTLINES[figure.type](figure)
    middle = figure.middle + DOWN.get(figure.type, 0)
    left, top = figure.x + LEFT, middle - ICON / 2
    tint = mix(figure.colour, figure.palette.card, 0.13)
    yield element("rect", x=left, y=top, width=ICON, height=ICON, rx=8, fill=tint)
    inset = (ICON - SIGN) / 2
    yield artwork.glyph(figure.type, left + inset, top + inset, SIGN, figure.colour)
    room = figure.width - LEFT - ICON - GAP - RIGHT
    words = fit_card_text(figure.caption, "business", room, MOST_LINES, names=_names(figure.caption))
    yield from words.drawn(left + ICON + GAP, middle, figure.palette, centred=False)


def _names(caption: Caption) -> int:
    """Return the most lines of the words of a card: one less where the owner stands below them."""
    return MOST_LINES - bool(caption.line)


def _step(figure: StyledBox) -> Iterator[Element]:
    yield _framed(figure, rx=ROUND)
    x, y, bottom = figure.x, figure.y, figure.y + figure.height
    corner, inner = f"A{ROUND} {ROUND} 0 0 0", f"A{STRIPE} {ROUND} 0 0 1"
    right, edge = number(x + ROUND), number(x + STRIPE)
    outside = f"M{right} {number(y)}{corner} {number(x)} {number(y + ROUND)}V{number(bottom - ROUND)}"
    inside = f"{corner} {right} {number(bottom)}{inner} {edge} {number(bottom - ROUND)}V{number(y + ROUND)}"
    yield element("path", d=f"{outside}{inside}{inner} {right} {number(y)}z", fill=figure.colour)


def _screen(figure: StyledBox) -> Iterator[Element]:
    yield _framed(figure, rx=ROUND)
    across, flat = number(figure.width - 2 * ROUND), ROUND - BAR
    corner = f"a{ROUND} {ROUND} 0 0 1 {ROUND}"
    top = f"M{number(figure.x)} {number(figure.y + ROUND)}{corner}-{ROUND}h{across}{corner} {ROUND}"
    turn = f"a{ROUND} {flat} 0 0 0-{ROUND}"
    tint = mix(figure.colour, figure.palette.card, 0.55)
    yield element("path", d=f"{top}{turn}-{flat}h-{across}{turn} {flat}z", fill=tint)


def _table(figure: StyledBox) -> Iterator[Element]:
    width, side = number(figure.width), number(figure.height - 2 * RIM)
    start = f"M{number(figure.x)} {number(figure.y + RIM)}"
    rim = f"a{number(figure.width / 2)} {RIM} 0 0"
    look = _look(figure)
    yield element("path", d=f"{start}{rim} 1 {width} 0v{side}{rim} 1-{width} 0z", **look)
    yield element("path", d=f"{start}{rim} 0 {width} 0", fill="none", stroke=look["stroke"])


def _person(figure: StyledBox) -> Iterator[Element]:
    half, across = number(figure.height / 2), number(figure.width - HEAD - ROUND)
    head, corner = f"a{HEAD} {HEAD} 0 0 1", f"a{ROUND} {ROUND} 0 0 1"
    right = f"h{across}{corner} {ROUND} {ROUND}v{number(figure.height - 2 * ROUND)}{corner}-{ROUND} {ROUND}"
    left = f"h-{across}{head}-{HEAD}-{half}{head} {HEAD}-{half}"
    start = f"M{number(figure.x + HEAD)} {number(figure.y)}"
    yield element("path", d=f"{start}{right}{left}z", **_look(figure))


def _external(figure: StyledBox) -> Iterator[Element]:
    yield _framed(figure, rx=ROUND, stroke=figure.palette.muted, stroke_width=1.5, stroke_dasharray="4 3")


def _framed(figure: StyledBox, **more: str | float) -> Element:
    place = {"x": figure.x, "y": figure.y, "width": figure.width, "height": figure.height}
    look: dict[str, str | float] = {**place, **_look(figure), **more}
    return element("rect", **look)


def _look(figure: StyledBox) -> dict[str, str]:
    palette = figure.palette
    return {
        "fill": mix(figure.colour, palette.card, 0.06),
        "stroke": mix(figure.colour, palette.faint, 0.45),
    }


OUTLINES: dict[str, Callable[[StyledBox], Iterator[Element]]] = {
    "screen": _screen,
    "step": _step,
    "table": _table,
    "person": _person,
    "external": _external,
}
DOWN = {"screen": 4, "table": 6}
"""Pixels by which the words stand lower, below what is at the top."""
