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
    """Return the title of an element, which browsers show on hover and screen readers read aloud."""
    found = Element("title")
    found.text = typesetting.clean(text)
    return found


def words(
    text: str, x: float, y: float, size: float, fill: str, *, bold: bool = False, middle: bool = False
) -> Element:
    """Return one line of text on its baseline, exactly as wide as it was measured, in whatever font."""
    style: dict[str, str | float] = {"stroke": fill, "stroke_width": size * STRENGTH} if bold else {}
    if middle:
        style["text_anchor"] = "middle"
    found = element(
        "text",
        x=x,
        y=y,
        font_size=size,
        fill=fill,
        textLength=typesetting.width(text, size),
        lengthAdjust="spacingAndGlyphs",
        **style,
    )
    found.text = text
    return found


def number(value: str | float) -> str:
    """Return a number with two decimals at most; a text as it is."""
    if isinstance(value, str):
        return value
    return f"{value:.2f}".rstrip("0").rstrip(".")
