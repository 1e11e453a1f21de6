"""The words on a state: its name in a line or two, and rows of details below it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from exporters.formats.pictures import artwork, svg_elements, typesetting
from exporters.formats.pictures.palette import Palette, mix
from exporters.formats.pictures.svg_elements import element
from exporters.scene import Caption
from schemas.core.view_mode import ViewMode

NAME_SIZE = 15
DETAIL_SIZE = 13
NAME_LINE = 18.75
DETAIL_LINE = 18
SIGN = 13
SIGN_GAP = 3
BADGE_SIDE = 5
BADGE_HEIGHT = 16
BADGE_TINT = 0.14
GAP = 10
BASELINE = 0.36
"""The distance from the middle of a line down to its baseline, as a share of the font size."""


@dataclass(frozen=True, slots=True)
class Detail:
    """A few words with a sign before them ("" for none); a badge has a ground in its colour.

    A mark may have a sign alone.
    """

    sign: str
    words: str
    is_badge: bool = False
    is_mark: bool = False

    @property
    def width(self) -> float:
        """In pixels."""
        sides = (SIGN + SIGN_GAP if self.sign else 0) + (2 * BADGE_SIDE if self.is_badge else 0)
        return sides + typesetting.width(self.words, DETAIL_SIZE)


Row = tuple[Detail, ...]


@dataclass(frozen=True, slots=True)
class CardText:
    """Words that fit their room: the lines of the name, and rows of details below."""

    names: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def width(self) -> float:
        """In pixels."""
        return max(
            [*(typesetting.width(name, NAME_SIZE) for name in self.names), *map(row_width, self.rows)],
            default=0,
        )

    def drawn(self, left: float, middle: float, palette: Palette, *, centred: bool) -> Iterator[Element]:
        """The words around the middle line, from the left or centred in their own width."""
        top = middle - (len(self.names) * NAME_LINE + len(self.rows) * DETAIL_LINE) / 2
        centre = left + self.width / 2
        for name in self.names:
            baseline = top + NAME_LINE / 2 + NAME_SIZE * BASELINE
            x = centre if centred else left
            yield svg_elements.words(name, x, baseline, NAME_SIZE, palette.text, bold=True, middle=centred)
            top += NAME_LINE
        for row in self.rows:
            start = centre - row_width(row) / 2 if centred else left
            yield from row_elements(row, start, top + DETAIL_LINE / 2, palette)
            top += DETAIL_LINE


def fit_card_text(
    caption: Caption, view_mode: ViewMode, room: float, most: int, *, balanced: bool = False, names: int = 2
) -> CardText:
    """The words of a caption in a room of that width, in at most so many lines and rows.

    `names` is the most lines of its title.
    """
    arrange = typesetting.balanced if balanced else typesetting.lines
    title = arrange(typesetting.clean(caption.title), NAME_SIZE, room, names)
    rows = [fit_row(row, room) for row in detail_rows(caption, view_mode)]
    return CardText(tuple(title), tuple(row for row in rows if row)[: max(0, most - len(title))])


def detail_rows(caption: Caption, view_mode: ViewMode) -> Iterator[Row]:
    """Yield the rows below a name: a badge with the called resource or the owner, the settings, a note."""
    badge = caption.badge
    yield (
        *((Detail(badge.kind, badge.words, is_badge=True),) if badge else ()),
        *(Detail(mark.kind, mark.words, is_mark=True) for mark in caption.marks),
        Detail("owner" if view_mode == "business" else "", typesetting.clean(caption.line)),
    )
    yield tuple(Detail(fact.kind, typesetting.clean(fact.words)) for fact in caption.facts)
    yield (Detail("note", typesetting.clean(caption.note)),)


def fit_row(row: Row, room: float) -> Row:
    """As many of the details as there is room for, the last of them cut."""
    kept: list[Detail] = []
    for detail in row:
        left = room - row_width(tuple(kept)) - GAP * bool(kept)
        cut = detail if detail.is_mark and detail.width <= left else _cut(detail, left)
        if cut.words or cut.is_mark:
            kept.append(cut)
    return tuple(kept)


def row_width(row: Row) -> float:
    """In pixels."""
    return sum(detail.width for detail in row) + GAP * max(len(row) - 1, 0)


def row_elements(row: Row, left: float, middle: float, palette: Palette) -> Iterator[Element]:
    """The details side by side around a middle line."""
    baseline = middle + DETAIL_SIZE * BASELINE
    for detail in row:
        x, ink = left, _ink(detail, palette)
        if detail.is_badge:
            yield _badge_ground(detail, x, middle, palette)
            x += BADGE_SIDE
        if detail.sign:
            yield artwork.glyph(detail.sign, x, middle - SIGN / 2, SIGN, ink)
            x += SIGN + SIGN_GAP
        yield svg_elements.words(detail.words, x, baseline, DETAIL_SIZE, ink)
        left += detail.width + GAP


def _badge_ground(badge: Detail, left: float, middle: float, palette: Palette) -> Element:
    return element(
        "rect",
        x=left,
        y=middle - BADGE_HEIGHT / 2,
        width=badge.width,
        height=BADGE_HEIGHT,
        rx=BADGE_HEIGHT / 2,
        fill=mix(_ink(badge, palette), palette.card, BADGE_TINT),
    )


def _ink(detail: Detail, palette: Palette) -> str:
    coloured = {
        "token": palette.amber,
        "losesFee": palette.amber,
        "distributed": palette.violet,
        "undecided": palette.accent,
        "unanswered": palette.accent,
    }
    return coloured.get(detail.sign, palette.muted)


def _cut(detail: Detail, room: float) -> Detail:
    left = room - (detail.width - typesetting.width(detail.words, DETAIL_SIZE))
    words = typesetting.cut(detail.words, DETAIL_SIZE, left)
    return replace(detail, words="" if words == typesetting.ELLIPSIS else words, is_mark=False)
