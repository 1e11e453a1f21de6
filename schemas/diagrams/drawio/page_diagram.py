"""A page of draw.io as a diagram: containers become groups, loose ends are led to the shape beneath them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from schemas.core.diagnostic import Diagnostic
from schemas.diagrams.diagram import Diagram, Edge, Group, Node, Rectangle, warning
from schemas.diagrams.drawio.cells import Cell, absolute, ancestors, read_cells
from schemas.diagrams.drawio.pages import Page
from schemas.diagrams.drawio.styles import role_of

NEAR = 24
"""Pixels from a shape within which the loose end of an arrow is taken for connected."""
MOST_LOOSE = 500
_DECORATION = ("line", "image")
_NUMBERED = re.compile(r"(?:[^\W\d]{1,12}[-\s]?\d{1,3}|\d{1,3}\s?ページ)")
"""A page's name that nobody gave it, such as `Page-1`."""


def diagram_of(page: Page) -> Diagram:
    """The diagram on a page."""
    return _Page(page).diagram()


class _Page:
    def __init__(self, page: Page) -> None:
        self._name = page.name
        self._cells = read_cells(page.cells)
        self._children: defaultdict[str, list[Cell]] = defaultdict(list)
        for cell in self._cells.values():
            self._children[cell.parent].append(cell)
        self._ends = {
            end for cell in self._cells.values() if cell.is_edge for end in (cell.source, cell.target)
        }
        self._containers = {cell.id: cell for cell in self._cells.values() if self._is_container(cell)}
        self._messages: list[Diagnostic] = []

    def diagram(self) -> Diagram:
        nodes = {cell.id: self._node(cell) for cell in self._shapes()}
        groups = {id: self._group(cell, nodes) for id, cell in self._containers.items()}
        edges = tuple(self._edges(nodes))
        title = "" if _NUMBERED.fullmatch(self._name) else self._name
        return Diagram(nodes, edges, groups, title, messages=tuple(self._messages))

    def _is_container(self, cell: Cell) -> bool:
        """True for a frame around other shapes; not for a list of rows, such as a table with its columns."""
        inside = [child for child in self._children[cell.id] if child.is_vertex and not child.is_edge_label]
        if not cell.is_vertex or not inside:
            return False
        if self._is_list(cell, inside):
            return False
        if cell.shape in ("swimlane", "table", "tableRow", "group") or cell.style.get("container") == "1":
            return True
        return cell.id not in self._ends and not cell.text

    def _is_list(self, cell: Cell, inside: list[Cell]) -> bool:
        """True for a table, an entity or a class: all in it is text or rows, and nothing is connected."""
        if cell.shape == "table":
            return not any(self._holds_shapes(child) for child in inside)
        rows = all(child.shape in ("text", "line", "tableRow", "partialRectangle") for child in inside)
        return rows and not any(child.id in self._ends for child in inside)

    def _holds_shapes(self, cell: Cell) -> bool:
        waiting, seen = [cell], {cell.id}
        while waiting:
            found = waiting.pop()
            if found.id in self._ends or found.shape == "swimlane":
                return True
            inside = [child for child in self._children[found.id] if child.id not in seen]
            seen.update(child.id for child in inside)
            waiting += inside
        return False

    def _shapes(self) -> Iterator[Cell]:
        """The vertices that become nodes: no containers, parts of a list, labels or mere decoration."""
        for cell in self._cells.values():
            if not cell.is_vertex or cell.is_edge_label or cell.id in self._containers:
                continue
            around = ancestors(cell, self._cells)
            parent = around[0] if around else None
            if parent and (parent.is_edge or (parent.is_vertex and parent.id not in self._containers)):
                continue
            if cell.text or cell.id in self._ends or (cell.shape not in _DECORATION and cell.shape != ""):
                yield cell

    def _node(self, cell: Cell) -> Node:
        listed = any(child.is_vertex for child in self._children[cell.id]) and not cell.is_edge
        role = "table" if listed and self._is_list(cell, self._inside(cell)) else role_of(cell.style)
        return Node(cell.text or self._text_inside(cell), role, absolute(cell, self._cells))

    def _inside(self, cell: Cell) -> list[Cell]:
        return [child for child in self._children[cell.id] if child.is_vertex]

    def _text_inside(self, cell: Cell) -> str:
        """The words of a shape that has them in shapes of their own."""
        return "\n".join(child.text for child in self._inside(cell) if child.text)

    def _group(self, cell: Cell, nodes: dict[str, Node]) -> Group:
        members = tuple(
            child.id for child in self._children[cell.id] if child.id in nodes or child.id in self._containers
        )
        return Group(cell.text, members, absolute(cell, self._cells))

    def _edges(self, nodes: dict[str, Node]) -> Iterator[Edge]:
        places = {id: node.place for id, node in nodes.items() if node.place}
        loose = 0
        for cell in self._cells.values():
            if not cell.is_edge:
                continue
            ends = [self._known(cell.source, nodes), self._known(cell.target, nodes)]
            if not all(ends):
                loose += 1
                if loose <= MOST_LOOSE:
                    ends = [
                        end or self._beneath(cell, at, places)
                        for end, at in zip(ends, ("source", "target"), strict=True)
                    ]
            if not all(ends):
                text = self._label(cell)
                self._messages.append(
                    warning("diagram-loose-arrow", cell.line, cell.column, text=text or "-")
                )
                continue
            yield self._edge(cell, ends[0], ends[1])

    def _known(self, id: str, nodes: dict[str, Node]) -> str:
        """The node or group that is meant by the end of an edge; a part of a list means the whole."""
        if id in nodes or id in self._containers:
            return id
        cell = self._cells.get(id)
        around = ancestors(cell, self._cells) if cell else []
        return next((parent.id for parent in around if parent.id in nodes), "")

    def _beneath(self, cell: Cell, end: str, places: dict[str, Rectangle]) -> str:
        """The smallest shape beneath or beside the loose end of an edge; "" where there is none."""
        point = cell.points.get(f"{end}Point")
        if point is None:
            return ""
        x, y = point
        for parent in ancestors(cell, self._cells):
            x, y = x + parent.x, y + parent.y
        near = [
            (place.width * place.height, id)
            for id, place in places.items()
            if place.x - NEAR <= x <= place.x + place.width + NEAR
            and place.y - NEAR <= y <= place.y + place.height + NEAR
        ]
        return min(near)[1] if near else ""

    def _label(self, cell: Cell) -> str:
        inside = [child.text for child in self._children[cell.id] if child.text]
        return " ".join(filter(None, [cell.text, *inside]))

    def _edge(self, cell: Cell, source: str, target: str) -> Edge:
        """The edge as its heads point: one with a head at its start alone leads back."""
        at_start = cell.style.get("startArrow", "none") not in ("none", "")
        at_end = cell.style.get("endArrow", "classic") not in ("none", "")
        if at_start and not at_end:
            source, target = target, source
        return Edge(source, target, self._label(cell), both=at_start and at_end)
