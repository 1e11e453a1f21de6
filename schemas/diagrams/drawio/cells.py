"""The cells of a page: vertices with their absolute places, edges, and the labels that belong to edges."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from schemas.diagrams.diagram import Rectangle
from schemas.diagrams.drawio.styles import Style, float_of, parse_style, shape_of
from schemas.diagrams.drawio.xml_tree import Element
from schemas.diagrams.html_text import html_text

MAX_NESTING = 100


@dataclass(frozen=True, slots=True)
class Cell:
    """A vertex or an edge; `x` and `y` are from the corner of its parent.

    `points` are the loose ends of an edge.
    """

    id: str
    text: str
    style: Style
    parent: str
    is_edge: bool
    is_vertex: bool
    source: str
    target: str
    x: float
    y: float
    width: float
    height: float
    points: dict[str, tuple[float, float]]
    line: int
    column: int

    @property
    def shape(self) -> str:
        """The name of its shape."""
        return shape_of(self.style)

    @property
    def is_edge_label(self) -> bool:
        """True for a label that belongs to an edge, not to the board."""
        return "edgeLabel" in self.style


def read_cells(elements: Iterable[Element]) -> dict[str, Cell]:
    """The vertices, edges and layers of a page by their ids."""
    cells = (cell for element in elements if (cell := _cell(element)))
    return {cell.id: cell for cell in cells}


def absolute(cell: Cell, cells: dict[str, Cell]) -> Rectangle:
    """The place of a vertex on the page."""
    x, y = cell.x, cell.y
    for parent in ancestors(cell, cells):
        x, y = x + parent.x, y + parent.y
    return Rectangle(x, y, cell.width, cell.height)


def ancestors(cell: Cell, cells: dict[str, Cell]) -> list[Cell]:
    """The cells around a cell from the inside out; cells in a circle end them."""
    found: list[Cell] = []
    seen = {cell.id}
    while len(found) < MAX_NESTING and cell.parent in cells and cell.parent not in seen:
        cell = cells[cell.parent]
        seen.add(cell.id)
        found.append(cell)
    return found


def _cell(element: Element) -> Cell | None:
    """A cell from `mxCell`, or from `object` or `UserObject` around one, which have its id and its label."""
    inner = element if element.name == "mxCell" else element.child("mxCell")
    if inner is None:
        return None
    fields = {
        **inner.attributes,
        **{key: element.attributes[key] for key in ("id",) if key in element.attributes},
    }
    value = element.attributes.get("label", "") if inner is not element else fields.get("value", "")
    geometry = inner.child("mxGeometry")
    place = geometry.attributes if geometry else {}
    relative = place.get("relative") == "1"
    style = parse_style(fields.get("style", ""))
    return Cell(
        id=fields.get("id", ""),
        text=html_text(value) if "<" in value or "&" in value else value.strip(),
        style=style,
        parent=fields.get("parent", ""),
        is_edge=fields.get("edge") == "1",
        is_vertex=fields.get("vertex") == "1",
        source=fields.get("source", ""),
        target=fields.get("target", ""),
        x=0.0 if relative else float_of(place.get("x")),
        y=0.0 if relative else float_of(place.get("y")),
        width=float_of(place.get("width")),
        height=float_of(place.get("height")),
        points=_points(geometry) if geometry else {},
        line=element.line,
        column=element.column,
    )


def _points(geometry: Element) -> dict[str, tuple[float, float]]:
    """The loose ends of an edge: `sourcePoint` and `targetPoint`."""
    return {
        point.attributes.get("as", ""): (
            float_of(point.attributes.get("x")),
            float_of(point.attributes.get("y")),
        )
        for point in geometry.named("mxPoint")
    }
