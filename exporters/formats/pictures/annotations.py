"""The annotations beside the states: the lanes of owners, and sticky notes."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from exporters.formats.pictures import artwork, svg_elements, typesetting
from exporters.formats.pictures.card_text import BASELINE
from exporters.formats.pictures.palette import Palette, mix
from exporters.formats.pictures.svg_elements import element, number
from schemas.sidecar.annotations import NOTE_WIDTH, Lane, Note

TITLE_HEIGHT, TITLE_LEFT, TITLE_RIGHT, TITLE_SIZE, SIGN, GAP, ROUND = 34, 10, 14, 15, 16, 6, 14
NOTE_SIZE, NOTE_LINE, NOTE_SIDE, NOTE_TOP, LEAST_NOTE = 14, 18.9, 12, 10, 64
MOST_LINES = 120
PAPER, EDGE = "#f2c94c", "#b8860b"


def lane_elements(lane: Lane, palette: Palette) -> Iterator[Element]:
    """Yield the elements of a lane, with its owner in the corner."""
    x, y = lane.position.x, lane.position.y
    yield element(
        "rect",
        x=x,
        y=y,
        width=lane.width,
        height=lane.height,
        rx=ROUND,
        fill=mix(palette.green, palette.board, 0.07),
        stroke=mix(palette.green, palette.faint, 0.32),
        stroke_width=1.5,
    )
    room = lane.width - TITLE_LEFT - SIGN - GAP - TITLE_RIGHT
    owner = typesetting.cut(typesetting.clean(lane.owner), TITLE_SIZE, room)
    width = lane.width - room + typesetting.width(owner, TITLE_SIZE)
    start = f"M{number(x)} {number(y + TITLE_HEIGHT)}v{ROUND - TITLE_HEIGHT}"
    corner = f"{start}a{ROUND} {ROUND} 0 0 1 {ROUND}-{ROUND}"
    edge = f"h{number(width - ROUND)}v{TITLE_HEIGHT - ROUND}a{ROUND} {ROUND} 0 0 1-{ROUND} {ROUND}z"
    yield element("path", d=corner + edge, fill=mix(palette.green, palette.ground, 0.15))
    ink, middle = mix(palette.green, palette.text, 0.7), y + TITLE_HEIGHT / 2
    yield artwork.glyph("owner", x + TITLE_LEFT, middle - SIGN / 2, SIGN, ink)
    left = x + TITLE_LEFT + SIGN + GAP
    yield svg_elements.words(owner, left, middle + TITLE_SIZE * BASELINE, TITLE_SIZE, ink, bold=True)


def note_elements(note: Note, palette: Palette, least: float = 0) -> Iterator[Element]:
    """Yield the elements of a note, as high as its text, and no lower than `least`."""
    x, y = note.position.x, note.position.y
    ground = mix(PAPER, palette.ground, 0.32)
    yield element(
        "rect",
        x=x,
        y=y,
        width=NOTE_WIDTH,
        height=max(least, note_height(note)),
        rx=3,
        fill=ground,
        stroke=mix(EDGE, ground, 0.45),
    )
    baseline = y + NOTE_TOP + NOTE_LINE / 2 + NOTE_SIZE * BASELINE
    for index, line in enumerate(_lines(note)):
        yield svg_elements.words(line, x + NOTE_SIDE, baseline + index * NOTE_LINE, NOTE_SIZE, palette.text)


def note_height(note: Note) -> float:
    """Return the height of the note in pixels."""
    return max(LEAST_NOTE, 2 * NOTE_TOP + len(_lines(note)) * NOTE_LINE)


def _lines(note: Note) -> list[str]:
    room = NOTE_WIDTH - 2 * NOTE_SIDE
    found: list[str] = []
    for paragraph in note.text.splitlines():
        found += typesetting.prose(typesetting.clean(paragraph), NOTE_SIZE, room, MOST_LINES) or [""]
    return found[:MOST_LINES]
