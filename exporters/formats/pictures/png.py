"""A workflow as a PNG picture, which carries the workflow with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import ClassVar
from xml.etree.ElementTree import Element, SubElement

import resvg
from resvg import usvg

from exporters.format import Artifact
from exporters.formats.pictures import fonts, typesetting
from exporters.formats.pictures.card_text import NAME_SIZE
from exporters.formats.pictures.legibility import LEGIBLE, drawn_scale
from exporters.formats.pictures.picture import Picture
from exporters.formats.pictures.png_metadata import embed_workflow
from exporters.formats.pictures.subject import picture_name, subject_drawing
from exporters.formats.pictures.svg import about_columns, svg_of, written
from exporters.formats.pictures.svg_elements import number
from exporters.settings import SettingName, Settings
from schemas.core.diagnostic import Diagnostic
from schemas.sidecar.workflow import Workflow

MOST_NAMED = 8
UNCHANGED = (1.0, 0.0, 0.0, 0.0, 1.0, 0.0)
"""The first two rows of the matrix that changes nothing."""


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
    drawn = drawn_scale(width, height, scale)
    options = usvg.Options.default()
    options.font_family = fonts.family(fonts.MAIN)
    for file in files:
        options.load_font_file(str(file))
    sized = Element(picture.tag, {**picture.attrib, **_sized(width * drawn, height * drawn)})
    sized.extend(picture)
    return bytes(resvg.render(usvg.Tree.from_str(written(sized), options), UNCHANGED))


def _sized(width: float, height: float) -> dict[str, str]:
    return {"width": str(max(1, int(width))), "height": str(max(1, int(height)))}


def _size(picture: Element) -> tuple[float, float]:
    return float(picture.attrib["width"]), float(picture.attrib["height"])


def _name_fonts(picture: Element) -> None:
    """Give each part of a text its font by name: resvg finds none for an emoji of several characters."""
    for line in list(picture.iter("text")):
        parts = fonts.runs(line.text or "")
        if len(parts) > 1 or (parts and parts[0][1] != fonts.family(fonts.MAIN)):
            _part(line, parts)


def _part(line: Element, parts: list[tuple[str, str]]) -> None:
    """Make a group of a line, one text for each part: resvg stops at an emoji in a text of several fonts."""
    attributes = line.attrib
    text, line.tag, line.text = line.text or "", "g", None
    size, y = float(attributes["font-size"]), attributes.pop("y")
    x, adjusted = float(attributes.pop("x")), attributes.pop("lengthAdjust")
    del attributes["textLength"]
    if attributes.pop("text-anchor", "start") == "middle":
        x -= typesetting.width(text, size) / 2
    for part, family in parts:
        width = typesetting.width(part, size)
        place = {"x": number(x), "y": y, "textLength": number(width), "lengthAdjust": adjusted}
        SubElement(line, "text", {**place, "font-family": family}).text = part
        x += width
