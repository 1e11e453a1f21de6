"""A state with states in it: a title bar, and room below."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from exporters.pictures import artwork, paper, typesetting
from exporters.pictures.figure import Figure
from exporters.pictures.lettering import GAP, NAME_SIZE, details, fitting_details
from exporters.pictures.palette import mixed
from exporters.pictures.paper import element
from exporters.scene.sizes import TITLE

TYPES = ("Map", "Parallel")

ROUND, SIGN, SIGN_LEFT, NAME_LEFT, RIGHT = 12, 18, 11, 42, 12
SHARE_OF_NAME = 0.65


def draw(figure: Figure) -> Iterator[Element]:
    """The container; what is in it is drawn over it."""
    x, y, width, height, palette = figure.x, figure.y, figure.width, figure.height, figure.palette
    place = {"x": x, "y": y, "width": width, "height": height, "rx": ROUND}
    yield element("rect", **place, fill=palette.inner)
    bar = f"M{x} {y + TITLE}v{ROUND - TITLE}a{ROUND} {ROUND} 0 0 1 {ROUND}-{ROUND}h{width - 2 * ROUND}"
    ground = mixed(palette.violet, palette.card, 0.1)
    yield element("path", d=f"{bar}a{ROUND} {ROUND} 0 0 1 {ROUND} {ROUND}v{TITLE - ROUND}z", fill=ground)
    outline = mixed(palette.violet, palette.faint, 0.5)
    yield element("rect", **place, fill="none", stroke=outline, stroke_width=1.5)
    yield from _title(figure)


def _title(figure: Figure) -> Iterator[Element]:
    middle, palette = figure.y + TITLE / 2, figure.palette
    yield artwork.glyph(figure.type, figure.x + SIGN_LEFT, middle - SIGN / 2, SIGN, palette.violet)
    room = figure.width - NAME_LEFT - RIGHT
    found = tuple(fitting_details(figure.caption, figure.settings.look, room * (1 - SHARE_OF_NAME)))
    taken = sum(detail.width + GAP for detail in found)
    name = typesetting.cut(typesetting.clean(figure.caption.title), NAME_SIZE, room - taken)
    left = figure.x + NAME_LEFT
    yield paper.words(name, left, middle + NAME_SIZE * 0.36, NAME_SIZE, palette.text, bold=True)
    yield from details(found, figure.x + figure.width - RIGHT - taken + GAP, middle, palette)
