"""The canvas' icons, signs and words, which its build leaves in `exporters/scene/built/artwork.json`."""

from __future__ import annotations

import json
from functools import cache
from typing import TypedDict
from xml.etree.ElementTree import Element, fromstring

from exporters.formats.pictures.svg_elements import element
from exporters.scene.routing import BUILT
from schemas.core.diagnostic import Language


class Artwork(TypedDict):
    """Drawings as the inside of an SVG: services' of 64 pixels, glyphs' of 24; words by language and key."""

    services: dict[str, str]
    glyphs: dict[str, str]
    words: dict[Language, dict[str, str]]


def word(language: Language, key: str, **params: object) -> str:
    """The canvas' words of `key`."""
    return _artwork()["words"][language][f"canvas.{key}"].format(**params)


def glyph(name: str, x: float, y: float, size: float, colour: str, fill: str = "none") -> Element:
    """A sign in one colour, with its top left corner at that place."""
    return element(
        "svg",
        *_drawing(_artwork()["glyphs"][name]),
        x=x,
        y=y,
        width=size,
        height=size,
        viewBox="0 0 24 24",
        fill=fill,
        stroke=colour,
        stroke_width=2,
        stroke_linecap="round",
        stroke_linejoin="round",
    )


def has_icon(service: str) -> bool:
    """Return true if there is an AWS icon for the service."""
    return service in _artwork()["services"]


def icon(service: str, x: float, y: float, size: float) -> Element:
    """A use of the service's icon, which `symbol` defines."""
    return element("use", href=f"#icon-{service}", x=x, y=y, width=size, height=size)


def symbol(service: str) -> Element:
    """The definition of a service's icon, with rounded corners."""
    drawing = element("g", *_drawing(_artwork()["services"][service]), clip_path="url(#icon-shape)")
    return element("symbol", drawing, id=f"icon-{service}", viewBox="0 0 64 64")


def _drawing(markup: str) -> list[Element]:
    return list(fromstring(f"<svg>{markup}</svg>"))  # noqa: S314 - our own build's


@cache
def _artwork() -> Artwork:
    artwork: Artwork = json.loads((BUILT / "artwork.json").read_text(encoding="utf-8"))
    return artwork
