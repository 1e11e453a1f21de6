"""Edges, their labels, and the marks at the start and the ends of a scope."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal
from xml.etree.ElementTree import Element

from exporters.formats.pictures import artwork, svg_elements, typesetting
from exporters.formats.pictures.card_text import BASELINE
from exporters.formats.pictures.palette import Palette, mix
from exporters.formats.pictures.svg_elements import element
from exporters.scene.routing import Label, Route
from schemas.asl.graph import EdgeKind

LABEL_SIZE, LABEL_HEIGHT, LABEL_SIDE = 13, 24, 8
START_RADIUS, START_SIGN = 12, 12
END_RADIUS, END_BELOW, END_STEM = 8, 17, 9
LineKind = EdgeKind | Literal["reads", "writes"]
"""The kinds of lines: the edges of a workflow, and the arrows at the tables of a sketch."""

DASHES: dict[LineKind, str] = {"default": "7 5", "catch": "5 4", "reads": "2 4", "writes": "2 4"}
TRIANGLE = "M1 1L9 5L1 9z"
HEADS: dict[LineKind, str] = {
    "next": TRIANGLE,
    "catch": TRIANGLE,
    "reads": "M2 1.5L8.5 5L2 8.5",
    "writes": "M0.5 5L5 1.5L9.5 5L5 8.5z",
}
"""The shapes of the heads of kinds that differ; of all others it is that of a Next."""


def arrowheads(palette: Palette) -> Iterator[Element]:
    """Yield the definitions of the arrowheads."""
    for kind, shape in HEADS.items():
        ink = _ink(kind, palette)
        is_open = {"fill": "none", "stroke": ink, "stroke_width": 1.6} if kind == "reads" else {"fill": ink}
        yield element(
            "marker",
            element("path", d=shape, **is_open),
            id=f"head-{kind}",
            viewBox="0 0 10 10",
            refX=9,
            refY=5,
            markerWidth=10,
            markerHeight=10,
            markerUnits="userSpaceOnUse",
            orient="auto",
        )


def edge_path(kind: LineKind, route: Route, palette: Palette) -> Iterator[Element]:
    """Yield the path of an edge; one that begins a scope has the start mark at its beginning."""
    dashes = {"stroke_dasharray": DASHES[kind]} if kind in DASHES else {}
    yield element(
        "path",
        d=route.path,
        fill="none",
        stroke=_ink(kind, palette),
        stroke_width=1.8,
        marker_end=f"url(#head-{kind if kind in HEADS else 'next'})",
        **dashes,
    )
    if kind == "start":
        yield from _start(*route.corners[0], palette)


def edge_label(kind: LineKind, place: Label, palette: Palette) -> Iterator[Element]:
    """Yield the label of an edge on its own background, cut if its box is too narrow."""
    words = typesetting.cut(typesetting.clean(place.words), LABEL_SIZE, place.width - 2 * LABEL_SIDE)
    width = typesetting.width(words, LABEL_SIZE) + 2 * LABEL_SIDE
    if place.leader:
        (x1, y1), (x2, y2) = place.leader
        yield element("path", d=f"M{x1} {y1}L{x2} {y2}", stroke=_ink(kind, palette), stroke_dasharray="2 3")
    yield element(
        "rect",
        x=place.x - width / 2,
        y=place.y - LABEL_HEIGHT / 2,
        width=width,
        height=LABEL_HEIGHT,
        rx=LABEL_HEIGHT / 2,
        fill=palette.ground,
        stroke=mix(_ink(kind, palette), palette.ground, 0.35),
    )
    ink = palette.red if kind == "catch" else palette.text
    yield svg_elements.words(words, place.x, place.y + LABEL_SIZE * BASELINE, LABEL_SIZE, ink, middle=True)


def end_mark(x: float, bottom: float, palette: Palette) -> Iterator[Element]:
    """The mark below a state, whose middle and bottom are given, after which the flow ends."""
    middle = bottom + END_BELOW
    yield element("path", d=f"M{x} {bottom}v{END_STEM}", stroke=palette.muted, stroke_width=2)
    yield element("circle", cx=x, cy=middle, r=END_RADIUS, fill=palette.text)
    yield element("circle", cx=x, cy=middle, r=END_RADIUS - 2, fill=palette.board)
    yield element("circle", cx=x, cy=middle, r=END_RADIUS - 4, fill=palette.text)


def _start(x: float, bottom: float, palette: Palette) -> Iterator[Element]:
    middle = bottom - START_RADIUS
    yield element("circle", cx=x, cy=middle, r=START_RADIUS, fill=palette.text)
    corner = (x - START_SIGN / 2, middle - START_SIGN / 2)
    yield artwork.glyph("start", *corner, START_SIGN, palette.ground, fill=palette.ground)


def _ink(kind: LineKind, palette: Palette) -> str:
    if kind in ("reads", "writes"):
        return palette.green
    return palette.red if kind == "catch" else palette.muted
