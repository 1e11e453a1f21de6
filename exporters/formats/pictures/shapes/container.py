"""A state with states in it: a title bar, and room below."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from xml.etree.ElementTree import Element

from exporters.formats.pictures import artwork, svg_elements, typesetting
from exporters.formats.pictures.card_text import (
    BASELINE,
    GAP,
    NAME_SIZE,
    detail_rows,
    fit_row,
    row_elements,
    row_width,
)
from exporters.formats.pictures.palette import mix
from exporters.formats.pictures.styled_box import StyledBox
from exporters.formats.pictures.svg_elements import element
from exporters.scene.sizes import TITLE

TYPES = ("Map", "Parallel")

ROUND, SIGN, SIGN_LEFT, NAME_LEFT, RIGHT = 12, 18, 11, 42, 12
SHARE_OF_DETAILS = 0.4
SHARE_WITH_BADGE = 0.52


def draw(figure: StyledBox) -> Iterator[Element]:
    """The container; what is in it is drawn over it."""
    x, y, width, height, palette = figure.x, figure.y, figure.width, figure.height, figure.palette
    place = {"x": x, "y": y, "width": width, "height": height, "rx": ROUND}
    yield element("rect", **place, fill=palette.inner)
    bar = f"M{x} {y + TITLE}v{ROUND - TITLE}a{ROUND} {ROUND} 0 0 1 {ROUND}-{ROUND}h{width - 2 * ROUND}"
    ground = mix(palette.violet, palette.card, 0.1)
    yield element("path", d=f"{bar}a{ROUND} {ROUND} 0 0 1 {ROUND} {ROUND}v{TITLE - ROUND}z", fill=ground)
    outline = mix(palette.violet, palette.faint, 0.5)
    yield element("rect", **place, fill="none", stroke=outline, stroke_width=1.5)
    yield from _title(figure)


def _title(figure: StyledBox) -> Iterator[Element]:
    """Sign and name from the left, all else in one row from the right."""
    middle, palette, view_mode = figure.y + TITLE / 2, figure.palette, figure.settings.view_mode
    yield artwork.glyph(figure.type, figure.x + SIGN_LEFT, middle - SIGN / 2, SIGN, palette.violet)
    room = figure.width - NAME_LEFT - RIGHT
    share = SHARE_WITH_BADGE if figure.caption.badge else SHARE_OF_DETAILS
    row = fit_row(tuple(chain.from_iterable(detail_rows(figure.caption, view_mode))), room * share)
    right = figure.x + figure.width - RIGHT - row_width(row)
    left = figure.x + NAME_LEFT
    name = typesetting.cut(typesetting.clean(figure.caption.title), NAME_SIZE, right - left - GAP)
    yield svg_elements.words(name, left, middle + NAME_SIZE * BASELINE, NAME_SIZE, palette.text, bold=True)
    yield from row_elements(row, right, middle, palette)
