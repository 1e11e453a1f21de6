"""The pages of a draw.io file: XML as it is, or packed as base64 of raw deflate of a URL's encoding."""

from __future__ import annotations

import binascii
import zlib
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from schemas.diagrams.diagram import DiagramRefused
from schemas.diagrams.drawio.xml_tree import Element, parse_xml
from schemas.document.text.limits import MAX_BYTES

MAX_PAGES = 50


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its name, and the elements of its cells."""

    name: str
    cells: tuple[Element, ...]


def read_pages(text: str) -> list[Page]:
    """The pages of a file that have cells. Raises `DiagramRefused`."""
    root = parse_xml(text)
    pages = [page for page in _pages(root) if page.cells]
    if not pages:
        raise DiagramRefused("diagram-empty")
    return pages[:MAX_PAGES]


def _pages(root: Element) -> Iterator[Page]:
    if root.name == "mxGraphModel":
        yield Page("", _cells(root))
    elif root.name == "mxfile":
        for diagram in root.named("diagram"):
            model = diagram.child("mxGraphModel") or _unpacked(diagram)
            if model is not None:
                yield Page(diagram.attributes.get("name", ""), _cells(model))
    else:
        raise DiagramRefused("diagram-no-drawio", root.line, root.column, name=root.name[:40])


def _cells(model: Element) -> tuple[Element, ...]:
    root = model.child("root")
    return tuple(root.children) if root else ()


def _unpacked(diagram: Element) -> Element | None:
    """The model in a packed page, which may not grow beyond what a file may have; None for an empty page."""
    packed = diagram.text.strip()
    if not packed:
        return None
    try:
        inflate = zlib.decompressobj(-zlib.MAX_WBITS)
        data = inflate.decompress(b64decode(packed, validate=False), MAX_BYTES)
        if inflate.unconsumed_tail:
            raise DiagramRefused("diagram-xml-too-large", diagram.line, diagram.column)
        text = unquote(data.decode())
    except (binascii.Error, zlib.error, UnicodeDecodeError) as error:
        raise DiagramRefused("diagram-bad-page", diagram.line, diagram.column) from error
    try:
        return parse_xml(text)
    except DiagramRefused as refused:
        code = refused.diagnostic.code
        bad = "diagram-bad-page" if code == "diagram-bad-xml" else code
        raise DiagramRefused(bad, diagram.line, diagram.column) from refused
