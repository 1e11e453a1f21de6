"""A picture of two workflows side by side, before and after, with the states marked that differ."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

from exporters.comparison.marks import COLOURS, Mark, marks_after, marks_before
from exporters.format import Artifact
from exporters.formats.pictures import svg_elements, typesetting
from exporters.formats.pictures.drawing import drawing
from exporters.formats.pictures.palette import PALETTES
from exporters.formats.pictures.png import rasterize
from exporters.formats.pictures.svg import MARGIN, svg_of, written
from exporters.formats.pictures.svg_elements import element, number
from exporters.settings import Settings
from schemas.comparison.comparison import Comparison
from schemas.comparison.side import Side
from schemas.comparison.words import WORDS
from schemas.core.paths import Path

HEAD, SIZE, GAP = 56, 22, 24
OUTLINE, AROUND, TINT, ROUND = 4, 5, 0.16, 13
KEY, KEY_SIZE, KEY_GAP = 16, 15, 8


def comparison_picture(comparison: Comparison, ending: str, settings: Settings) -> Artifact:
    """Draw both workflows as `.svg` or `.png`. Raises `SceneTooLarge`."""
    picture = _both(comparison, settings)
    if ending == ".svg":
        return Artifact("comparison.svg", "image/svg+xml", written(picture).encode())
    return Artifact("comparison.png", "image/png", rasterize(picture, settings.scale))


def _both(comparison: Comparison, settings: Settings) -> Element:
    words, palette = WORDS[settings.language], PALETTES[settings.theme]
    sides = [
        (words.before, _marked(comparison.old, marks_before(comparison), settings)),
        (words.after, _marked(comparison.new, marks_after(comparison), settings)),
    ]
    width = sum(_size(picture)[0] for _, picture in sides) + GAP
    height = HEAD + max(_size(picture)[1] for _, picture in sides)
    root = element(
        "svg",
        svg_elements.title(f"{words.before} / {words.after}"),
        element("rect", x=0, y=0, width=width, height=height, fill=palette.board),
        xmlns="http://www.w3.org/2000/svg",
        width=width,
        height=height,
        viewBox=f"0 0 {number(width)} {number(height)}",
        font_family=typesetting.FONT_FAMILY,
    )
    left = 0.0
    for title, picture in sides:
        root.append(svg_elements.words(title, left + MARGIN, HEAD - 18, SIZE, palette.text, bold=True))
        picture.attrib.pop("xmlns")
        picture.attrib |= {"x": number(left), "y": number(HEAD)}
        root.append(picture)
        left += _size(picture)[0] + GAP
    root.extend(_keys(width, settings))
    return root


def _marked(side: Side, marks: dict[Path, Mark], settings: Settings) -> Element:
    """The picture of one workflow, with an outline around each state that has a mark."""
    found = drawing(side.workflow, settings)
    picture = svg_of(found, side.workflow, replace(settings, subject="workflow"))
    states = {uid: state.path for uid, state in side.identity.states.items()}
    for box in found.boxes:
        mark = marks.get(states.get(box.id, ()))
        if mark:
            picture.append(_outline(box.x, box.y, box.width, box.height, mark))
    return picture


def _outline(x: float, y: float, width: float, height: float, mark: Mark) -> Element:
    dashes: dict[str, str] = {"stroke_dasharray": "9 6"} if mark == "removed" else {}
    return element(
        "rect",
        x=x - AROUND,
        y=y - AROUND,
        width=width + 2 * AROUND,
        height=height + 2 * AROUND,
        rx=ROUND,
        fill=COLOURS[mark][0],
        fill_opacity=TINT,
        stroke=COLOURS[mark][0],
        stroke_width=OUTLINE,
        class_=f"mark-{mark}",
        **dashes,
    )


def _keys(right: float, settings: Settings) -> Iterator[Element]:
    """The meaning of the marks, in the corner on the right."""
    palette, words = PALETTES[settings.theme], WORDS[settings.language]
    names: dict[Mark, str] = {
        "added": words.kinds["added"],
        "changed": words.altered,
        "removed": words.kinds["removed"],
    }
    x = right - MARGIN
    middle = HEAD / 2
    for mark in reversed(COLOURS):
        x -= typesetting.width(names[mark], KEY_SIZE)
        yield svg_elements.words(names[mark], x, middle + KEY_SIZE * 0.36, KEY_SIZE, palette.muted)
        x -= KEY + KEY_GAP
        yield _outline(x + AROUND, middle - KEY / 2 + AROUND, KEY - 2 * AROUND, KEY - 2 * AROUND, mark)
        x -= 2 * KEY_GAP


def _size(picture: Element) -> tuple[float, float]:
    return float(picture.attrib["width"]), float(picture.attrib["height"])
