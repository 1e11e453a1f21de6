"""A workflow as a PNG picture, which carries the workflow with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import ClassVar
from xml.etree.ElementTree import Element, SubElement

import resvg_py

from exporters.format import Artifact
from exporters.formats.pictures import fonts
from exporters.formats.pictures.card_text import NAME_SIZE
from exporters.formats.pictures.legibility import LEGIBLE, drawn_scale
from exporters.formats.pictures.picture import Picture
from exporters.formats.pictures.png_metadata import embed_workflow
from exporters.formats.pictures.subject import picture_name, subject_drawing
from exporters.formats.pictures.svg import about_columns, svg_of, written
from exporters.settings import SettingName, Settings
from schemas.core.diagnostic import Diagnostic
from schemas.sidecar.workflow import Workflow

MOST_NAMED = 8


@dataclass(frozen=True, slots=True)
class Png(Picture):
    """A picture for everywhere; the designer opens it as the workflow that it shows."""

    name: str = "png"
    picture_ending: ClassVar[str] = ".png"
    rank: ClassVar[int] = 20
    settings: ClassVar[tuple[SettingName, ...]] = (*Picture.settings, "scale")

    def write(self, workflow: Workflow, settings: Settings) -> list[Artifact]:
        """Draw the picture, and put the workflow into it. Raises `SceneTooLarge`."""
        found = subject_drawing(workflow, settings)
        picture = svg_of(found, workflow, settings)
        notices = (*about_columns(found, settings), *_notices(picture, settings))
        data = embed_workflow(rasterize(picture, settings.scale), workflow)
        return [Artifact(picture_name(workflow, settings, ".png"), "image/png", data, notices)]


def _notices(picture: Element, settings: Settings) -> Iterator[Diagnostic]:
    scale = drawn_scale(*_size(picture), settings.scale)
    if scale < LEGIBLE:
        size = f"{scale * NAME_SIZE:.1f}"
        yield Diagnostic("picture-too-small", "warning", (), params={"size": size})
    if unknown := fonts.missing(chain.from_iterable(line.text or "" for line in picture.iter("text"))):
        named = " ".join(unknown[:MOST_NAMED]) + (" …" if len(unknown) > MOST_NAMED else "")
        yield Diagnostic("picture-without-font", "warning", (), params={"characters": named})


def rasterize(picture: Element, scale: float) -> bytes:
    """The SVG picture in pixels: `scale` for each of its own, or fewer where it would become too large.

    Texts of several fonts are parted in `picture` itself.
    """
    width, height = _size(picture)
    files = fonts.font_files(chain.from_iterable(picture.itertext()))
    if len(files) > 1:
        _name_fonts(picture)
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=written(picture),
            width=max(1, int(width * drawn_scale(width, height, scale))),
            dpi=96,
            skip_system_fonts=True,
            font_files=[str(file) for file in files],
            font_family="Noto Sans JP",
            sans_serif_family="Noto Sans JP",
        )
    )


def _size(picture: Element) -> tuple[float, float]:
    return float(picture.attrib["width"]), float(picture.attrib["height"])


def _name_fonts(picture: Element) -> None:
    """Give each part of a text its font by name: resvg finds none for an emoji of several characters."""
    for line in picture.iter("text"):
        parts = fonts.runs(line.text or "")
        if len(parts) == 1 and parts[0][1] == fonts.family(fonts.MAIN):
            continue
        line.text = None
        for text, family in parts:
            part = SubElement(line, "tspan", {"font-family": family})
            part.text = text
