"""A workflow as an SVG picture, drawn as the canvas draws it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar
from xml.etree.ElementTree import Element, indent, tostring

from exporters.format import Artifact
from exporters.formats.pictures import artwork, edges, legend, shapes, svg_elements
from exporters.formats.pictures.annotations import lane_elements, note_elements
from exporters.formats.pictures.drawing import Drawing
from exporters.formats.pictures.palette import PALETTES
from exporters.formats.pictures.picture import Picture
from exporters.formats.pictures.styled_box import StyledBox
from exporters.formats.pictures.subject import picture_name, subject_drawing
from exporters.formats.pictures.svg_elements import element, number
from exporters.formats.pictures.typesetting import FONT_FAMILY
from exporters.settings import Settings
from schemas.core.diagnostic import Diagnostic
from schemas.sidecar.workflow import Workflow

MARGIN = 32


@dataclass(frozen=True, slots=True)
class Svg(Picture):
    """A picture that stays sharp at every size. Text stays text, in a font of the reader's machine."""

    name: str = "svg"
    picture_ending: ClassVar[str] = ".svg"
    rank: ClassVar[int] = 30

    def write(self, workflow: Workflow, settings: Settings) -> list[Artifact]:
        """Draw the picture. Raises `SceneTooLarge`."""
        found = subject_drawing(workflow, settings)
        data = written(svg_of(found, workflow, settings)).encode()
        name = picture_name(workflow, settings, ".svg")
        return [Artifact(name, "image/svg+xml", data, tuple(about_columns(found, settings)))]


def svg(workflow: Workflow, settings: Settings) -> str:
    """Return the picture as text without references to anything outside of it. Raises `SceneTooLarge`."""
    return written(svg_of(subject_drawing(workflow, settings), workflow, settings))


def written(picture: Element) -> str:
    """Return the text of a picture."""
    return tostring(picture, encoding="unicode") + "\n"


def svg_of(found: Drawing, workflow: Workflow, settings: Settings) -> Element:
    """Return the picture of a drawing."""
    palette = PALETTES[settings.theme]
    left, top, right, bottom = found.bounds
    frame = (left - MARGIN, top - MARGIN, right - left + 2 * MARGIN, bottom - top + 2 * MARGIN)
    x, y, width, height = frame
    root = element(
        "svg",
        svg_elements.title(workflow.design.title or workflow.name),
        element("defs", *_definitions(found, settings)),
        element("rect", x=x, y=y, width=width, height=height, fill=palette.board),
        *_layers(found, settings),
        xmlns="http://www.w3.org/2000/svg",
        width=width,
        height=height,
        viewBox=" ".join(map(number, frame)),
        font_family=FONT_FAMILY,
    )
    indent(root, " ")
    return root


def about_columns(found: Drawing, settings: Settings) -> Iterator[Diagnostic]:
    """Yield the hint that a flow is drawn in columns although nobody asked for them."""
    if settings.layout == "auto" and found.columns > 1:
        yield Diagnostic("picture-in-columns", "hint", (), params={"count": str(found.columns)})


def _definitions(found: Drawing, settings: Settings) -> Iterator[Element]:
    yield from edges.arrowheads(PALETTES[settings.theme])
    if settings.view_mode == "business":
        return
    services = sorted({box.service for box in found.boxes if artwork.has_icon(box.service)})
    if services:
        shape = element("rect", width=64, height=64, rx=14)
        yield element("clipPath", shape, id="icon-shape")
    yield from map(artwork.symbol, services)


def _layers(found: Drawing, settings: Settings) -> Iterator[Element]:
    """From back to front: lanes, containers, edges, states, labels of edges, notes."""
    palette = PALETTES[settings.theme]
    for lane in found.annotations.lanes.values():
        yield element("g", *lane_elements(lane, palette))
    yield from (_shape(box) for box in found.boxes if box.holds_others)
    for kind, route, _ in found.edges:
        yield from edges.edge_path(kind, route, palette)
    for x, bottom in found.ends:
        yield from edges.end_mark(x, bottom, palette)
    yield from (_shape(box) for box in found.boxes if not box.holds_others)
    for kind, route, words in found.edges:
        if route.label and words:
            yield element("g", svg_elements.title(words), *edges.edge_label(kind, route.label, palette))
    for note in found.annotations.notes.values():
        yield element("g", *note_elements(note, palette))
    if found.lines:
        left, bottom = found.bounds[0], found.bounds[3]
        yield element("g", *legend.elements(found.lines, left, bottom, settings))


def _shape(box: StyledBox) -> Element:
    return element("g", svg_elements.title(box.title), *shapes.shape_elements(box))
