"""Elements of an SVG picture. Whatever a person wrote goes in as text of the tree, and is never markup."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from exporters.formats.pictures import typesetting

STRENGTH = 0.03
"""Bold text is drawn with an outline this strong, for the font comes in one weight."""


def element(tag: str, *children: Element, **attributes: str | float) -> Element:
    """An element; `stroke_width` is the attribute `stroke-width`, `class_` is `class`."""
    found = Element(
        tag, {name.strip("_").replace("_", "-"): number(value) for name, value in attributes.items()}
    )
    found.extend(children)
    return found


def title(text: str) -> Element:
    """What a browser shows on hover, and what is read aloud."""
    found = Element("title")
    found.text = typesetting.clean(text)
    return found


def words(
    text: str, x: float, y: float, size: float, fill: str, *, bold: bool = False, middle: bool = False
) -> Element:
    """One line of text on its baseline, exactly as wide as it was measured, whatever font draws it."""
    look: dict[str, str | float] = {"stroke": fill, "stroke_width": size * STRENGTH} if bold else {}
    if middle:
        look["text_anchor"] = "middle"
    found = element(
        "text",
        x=x,
        y=y,
        font_size=size,
        fill=fill,
        textLength=typesetting.width(text, size),
        lengthAdjust="spacingAndGlyphs",
        **look,
    )
    found.text = text
    return found


def number(value: str | float) -> str:
    """A number to the hundredth of a pixel, without needless digits."""
    if isinstance(value, str):
        return value
    return f"{value:.2f}".rstrip("0").rstrip(".")
