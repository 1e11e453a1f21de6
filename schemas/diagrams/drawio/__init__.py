"""Reads draw.io files (diagrams.net): mxGraph as plain XML or packed, of one page or several."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from schemas.core.diagnostic import Diagnostic
from schemas.diagrams.diagram import Diagram, Edge, Group, Node, Rectangle
from schemas.diagrams.drawio.page_diagram import diagram_of
from schemas.diagrams.drawio.pages import read_pages

NAME = "drawio"
ENDINGS = (".drawio", ".dio", ".xml")
PAGE_GAP = 160
"""Pixels between two pages, which stand below each other."""

_START = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:mxfile|mxGraphModel)\b", re.DOTALL)


def recognizes(text: str) -> bool:
    """True for the XML of draw.io."""
    return _START.match(text.lstrip("\ufeff")) is not None


def read(text: str) -> Diagram:
    """The pages of a draw.io file, below each other. Raises `DiagramRefused`."""
    diagrams = [diagram_of(page) for page in read_pages(text.lstrip("\ufeff"))]
    diagrams = [diagram for diagram in diagrams if diagram.nodes] or diagrams[:1]
    return diagrams[0] if len(diagrams) == 1 else _below_each_other(diagrams)


def _below_each_other(diagrams: Iterable[Diagram]) -> Diagram:
    """All diagrams in one; ids, which each page counts anew, get the number of the page."""
    nodes: dict[str, Node] = {}
    edges: list[Edge] = []
    groups: dict[str, Group] = {}
    messages: list[Diagnostic] = []
    bottom, title = 0.0, ""
    for number, diagram in enumerate(diagrams, 1):
        title = title or diagram.title
        places = [node.place for node in diagram.nodes.values() if node.place]
        top = min((place.y for place in places), default=0.0)
        moved = bottom - top
        nodes |= {f"{number}/{id}": _moved(node, moved) for id, node in diagram.nodes.items()}
        edges += (
            replace(edge, source=f"{number}/{edge.source}", target=f"{number}/{edge.target}")
            for edge in diagram.edges
        )
        groups |= {
            f"{number}/{id}": replace(group, members=tuple(f"{number}/{member}" for member in group.members))
            for id, group in diagram.groups.items()
        }
        messages += diagram.messages
        height = max((place.y + place.height for place in places), default=top) - top
        bottom += height + PAGE_GAP
    return Diagram(nodes, tuple(edges), groups, title, messages=tuple(messages))


def _moved(node: Node, down: float) -> Node:
    place = node.place
    if place is None:
        return node
    return replace(node, place=Rectangle(place.x, place.y + down, place.width, place.height))
