"""The places of the workflows on the map: those with arrows from left to right, the rest in rows below."""

from __future__ import annotations

from functools import lru_cache

from exporters.scene.diagram_layout import placed
from schemas.diagrams.diagram import Diagram, Edge, Node

STEP_ACROSS, STEP_DOWN = 272, 152
"""Pixels from the corner of a card to that of its neighbour in the rows."""
SHAPE = 1.45
"""The width of the map for its height, about as that of the window."""
MOST_COLUMNS = 40

Places = dict[str, tuple[int, int]]


@lru_cache(maxsize=64)
def places(ids: tuple[str, ...], arrows: tuple[tuple[str, str], ...]) -> Places:
    """The top left corner of each card; the same for the same workflows and arrows."""
    connected = [id for id in ids if any(id in arrow for arrow in arrows)]
    found = _led(connected, arrows)
    top = max((y + STEP_DOWN for _, y in found.values()), default=0)
    width = max((x + STEP_ACROSS for x, _ in found.values()), default=0)
    alone = [id for id in ids if id not in found]
    columns = _columns(len(alone), width, top)
    for index, id in enumerate(alone):
        found[id] = (index % columns * STEP_ACROSS, top + index // columns * STEP_DOWN)
    return found


def _columns(count: int, width: int, height: int) -> int:
    """The columns for `count` cards below a part of that size by which the map is shown largest."""

    def size(columns: int) -> float:
        whole = height + -(-count // columns) * STEP_DOWN
        return max(max(width, columns * STEP_ACROSS), whole * SHAPE)

    return min(range(1, MOST_COLUMNS + 1), key=size)


def _led(ids: list[str], arrows: tuple[tuple[str, str], ...]) -> Places:
    if not ids:
        return {}
    edges = tuple(Edge(source, target) for source, target in arrows if source != target)
    nodes = placed(Diagram({id: Node(id) for id in ids}, edges, is_across=True)).nodes
    corners = {id: (node.place.x, node.place.y) for id, node in nodes.items() if node.place}
    left, top = min(x for x, _ in corners.values()), min(y for _, y in corners.values())
    return {id: (round(x - left), round(y - top)) for id, (x, y) in corners.items()}
