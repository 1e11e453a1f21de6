"""A note of a sketch, which looks as those beside a workflow."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from exporters.formats.pictures.annotations import note_elements
from exporters.formats.pictures.styled_box import StyledBox
from schemas.sidecar.annotations import Note
from schemas.sidecar.design import Point

TYPES = ("note",)


def draw(figure: StyledBox) -> Iterator[Element]:
    """The note, at least as high as on the canvas."""
    note = Note(figure.title, Point(figure.x, figure.y))
    yield from note_elements(note, figure.palette, figure.height)
