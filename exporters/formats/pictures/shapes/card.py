"""A state as a card: icon, name, and a line that says more."""

from __future__ import annotations

from collections.abc import Iterator
from math import sqrt
from xml.etree.ElementTree import Element

from exporters.formats.pictures import artwork
from exporters.formats.pictures.card_text import fit_card_text
from exporters.formats.pictures.palette import mix
from exporters.formats.pictures.styled_box import StyledBox
from exporters.formats.pictures.svg_elements import element, number

TYPES = ("Task", "Pass", "Wait", "Unknown")

ICON, SERVICE_ICON, SIGN = 32, 28, 20
LEFT, RIGHT, GAP = 16, 12, 12
ROUND, STRIPE = 10, 5


def draw(figure: StyledBox) -> Iterator[Element]:
    """The card."""
    x, y, width, height, palette = figure.x, figure.y, figure.width, figure.height, figure.palette
    yield element(
        "rect",
        x=x,
        y=y,
        width=width,
        height=height,
        rx=ROUND,
        fill=palette.card,
        **_frame(figure),
    )
    yield element("path", d=_stripe(x, y, height), fill=figure.colour)
    yield from _sign(figure)
    words = fit_card_text(figure.caption, figure.settings.view_mode, width - LEFT - ICON - GAP - RIGHT, 3)
    yield from words.drawn(x + LEFT + ICON + GAP, figure.middle, palette, centred=False)


def _frame(figure: StyledBox) -> dict[str, str | float]:
    """The line around the card; dashed as long as nobody has decided what the state calls."""
    if figure.is_undecided:
        return {"stroke": figure.palette.accent, "stroke_width": 2, "stroke_dasharray": "6 4"}
    return {"stroke": figure.palette.faint}


def _stripe(x: float, y: float, height: float) -> str:
    """The left edge of the card, within its rounded corners."""
    inset = ROUND - sqrt(ROUND**2 - (ROUND - STRIPE) ** 2)
    start, across = f"M{number(x + STRIPE)} {number(y + inset)}", f"A{ROUND} {ROUND} 0 0 0"
    left = f"{across} {number(x)} {number(y + ROUND)}V{number(y + height - ROUND)}"
    return f"{start}{left}{across} {number(x + STRIPE)} {number(y + height - inset)}z"


def _sign(figure: StyledBox) -> Iterator[Element]:
    """The service's icon; to people of the business, and where there is none, a sign on a tinted square."""
    left, top = figure.x + LEFT, figure.middle - ICON / 2
    if figure.service and figure.settings.view_mode == "engineering" and artwork.has_icon(figure.service):
        inset = (ICON - SERVICE_ICON) / 2
        yield artwork.icon(figure.service, left + inset, top + inset, SERVICE_ICON)
        return
    ground = mix(figure.colour, figure.palette.card, 0.13)
    yield element("rect", x=left, y=top, width=ICON, height=ICON, rx=8, fill=ground)
    inset = (ICON - SIGN) / 2
    yield artwork.glyph(_name(figure), left + inset, top + inset, SIGN, figure.colour)


def _name(figure: StyledBox) -> str:
    if figure.type != "Task":
        return "unknown" if figure.type == "Unknown" else figure.type
    if figure.settings.view_mode == "business":
        return "work"
    return figure.service if figure.service in ("http", "activity") else "service"
