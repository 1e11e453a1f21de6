"""The legend of a sketch in which tables are used: what each kind of line stands for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from exporters.formats.pictures import artwork, svg_elements, typesetting
from exporters.formats.pictures.card_text import BASELINE
from exporters.formats.pictures.edges import LineKind, edge_path
from exporters.formats.pictures.palette import PALETTES
from exporters.scene.routing import Route
from exporters.settings import Settings

HEIGHT = 48
"""In pixels, with the space above it."""

SIZE, LINE, GAP, BETWEEN = 13, 40, 8, 24


def elements(kinds: Iterable[LineKind], left: float, bottom: float, settings: Settings) -> Iterator[Element]:
    """Yield the lines of these kinds side by side, each with its words, above `bottom`."""
    palette, middle = PALETTES[settings.theme], bottom - SIZE
    for kind in kinds:
        ends = ((left, middle), (left + LINE, middle))
        yield from edge_path(kind, Route(ends, f"M{left} {middle}H{left + LINE}", None), palette)
        words = artwork.word(settings.language, f"legend.{kind}")
        start = left + LINE + GAP
        yield svg_elements.words(words, start, middle + SIZE * BASELINE, SIZE, palette.muted)
        left = start + typesetting.width(words, SIZE) + BETWEEN
