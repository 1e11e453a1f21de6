"""Places for a diagram from a format without places: its groups stay together, its edges lead one way."""

from __future__ import annotations

from dataclasses import replace

from graphviz import Digraph

from exporters.scene.layout import MOST_BOXES, MOST_LINKS, node_centres, render
from exporters.scene.sketch import card_size
from schemas.diagrams.diagram import Diagram, Rectangle
from schemas.diagrams.ends import edges_between_nodes
from schemas.diagrams.reading import read_diagram
from schemas.diagrams.sketching import Sketched, sketch_of
from schemas.diagrams.spacing import CARD_HEIGHT, CARD_WIDTH
from schemas.sidecar.design import Point
from schemas.sidecar.sketch import Card, Sketch

POINTS_PER_INCH = 72
GAP_BESIDE, GAP_BETWEEN = 72, 84
"""Pixels between cards of a rank, and between two ranks."""
COLUMNS = 6
MAX_NESTING = 20


def sketched(text: str, file: str = "") -> Sketched:
    """The sketch of the diagram in `text`, laid out where its format has no places.

    Raises `DiagramRefused`.
    """
    found = sketch_of(placed(read_diagram(text, file)))
    return replace(found, sketch=fitted(found.sketch))


def placed(diagram: Diagram) -> Diagram:
    """The diagram with a place for each node; the same one if its nodes have places already."""
    if all(node.place for node in diagram.nodes.values()):
        return diagram
    ids = list(diagram.nodes)
    centres = _centres(diagram, ids)
    nodes = {
        id: replace(
            diagram.nodes[id],
            place=Rectangle(x - CARD_WIDTH / 2, y - CARD_HEIGHT / 2, CARD_WIDTH, CARD_HEIGHT),
        )
        for id, (x, y) in zip(ids, centres, strict=True)
    }
    return replace(diagram, nodes=nodes)


def fitted(sketch: Sketch) -> Sketch:
    """The sketch of a diagram with each card, as large as its kind is, in the middle of its place."""
    cards = {uid: replace(card, position=_fitted(card)) for uid, card in sketch.cards.items()}
    return replace(sketch, cards=cards)


def _fitted(card: Card) -> Point:
    size = card_size(card.kind, card.text)
    right, down = (CARD_WIDTH - size.width) / 2, max((CARD_HEIGHT - size.height) / 2, 0)
    return Point(card.position.x + round(right), card.position.y + round(down))


def _centres(diagram: Diagram, ids: list[str]) -> list[tuple[float, float]]:
    edges = edges_between_nodes(diagram)
    if len(ids) <= MOST_BOXES and len(edges) <= MOST_LINKS:
        plain = render(_dot(diagram, ids))
        if plain is not None:
            return node_centres(len(ids), plain)
    width, height = CARD_WIDTH + GAP_BESIDE, CARD_HEIGHT + GAP_BETWEEN
    return [(index % COLUMNS * width, index // COLUMNS * height) for index in range(len(ids))]


def _dot(diagram: Diagram, ids: list[str]) -> str:
    """The diagram in the DOT language: nodes by their index, groups as clusters."""
    numbers = {id: str(number) for number, id in enumerate(ids)}
    dot = Digraph(
        graph_attr={
            "rankdir": "LR" if diagram.is_across else "TB",
            "nodesep": _inches(GAP_BESIDE),
            "ranksep": _inches(GAP_BETWEEN),
            "splines": "false",
        },
        node_attr={
            "shape": "box",
            "fixedsize": "true",
            "label": "",
            "width": _inches(CARD_WIDTH),
            "height": _inches(CARD_HEIGHT),
        },
    )
    inner = {member for group in diagram.groups.values() for member in group.members}
    seen: set[str] = set()
    for id in diagram.groups:
        if id not in inner:
            _add_cluster(dot, id, diagram, numbers, seen, 0)
    for id in ids:
        dot.node(numbers[id])
    for edge in edges_between_nodes(diagram):
        dot.edge(numbers[edge.source], numbers[edge.target])
    return str(dot.source)


def _add_cluster(
    dot: Digraph, id: str, diagram: Diagram, numbers: dict[str, str], seen: set[str], nesting: int
) -> None:
    if id in seen or nesting > MAX_NESTING:
        return
    seen.add(id)
    attributes = {"margin": "36", "label": "-", "fontsize": "30"}
    with dot.subgraph(name=f"cluster_{len(seen)}", graph_attr=attributes) as cluster:
        for member in diagram.groups[id].members:
            if member in numbers:
                cluster.node(numbers[member])
            elif member in diagram.groups:
                _add_cluster(cluster, member, diagram, numbers, seen, nesting + 1)


def _inches(pixels: float) -> str:
    return f"{pixels / POINTS_PER_INCH:.4f}"
