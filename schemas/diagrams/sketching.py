"""A sketch from a diagram: nodes become cards, edges arrows, and groups with a title lanes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations, islice
from typing import Literal

from schemas.core.diagnostic import Diagnostic
from schemas.core.hidden_characters import without_hidden
from schemas.diagrams.diagram import Diagram, Edge, Rectangle, warning
from schemas.diagrams.ends import edges_between_nodes, nodes_in
from schemas.diagrams.html_text import one_line
from schemas.diagrams.kinds import kind_of
from schemas.diagrams.spacing import CARD_HEIGHT, CARD_WIDTH, spread_factors
from schemas.sidecar.annotations import LEAST_LANE, MAX_NOTE_LENGTH, MAX_OWNER_LENGTH, Lane
from schemas.sidecar.design import MAX_COORDINATE, Point
from schemas.sidecar.limits import MAX_ENTRIES
from schemas.sidecar.sketch import Arrow, Card, Sketch

MARGIN = 80
"""The distance in pixels of the first card from the board's corner."""
MOST_STEPS, STEP = 16, 1.1
"""The times that a drawing is spread further until its lanes are apart, and how far."""
MOST_COMPARED = 60
LANE_PADDING, LANE_TITLE = 28, 40
"""Pixels around the cards of a lane, and for its title above them."""


@dataclass(frozen=True)
class Sketched:
    """A sketch with the title of its diagram, and messages about what could not be taken over."""

    sketch: Sketch
    title: str
    messages: tuple[Diagnostic, ...]


def sketch_of(diagram: Diagram) -> Sketched:
    """The sketch of a diagram whose nodes have places; a node without one stands at the corner.

    An edge with two heads becomes two arrows. A card's owner is the title of the innermost group around it,
    unless that group is around everything.
    """
    nodes = dict(islice(diagram.nodes.items(), MAX_ENTRIES))
    edges = [
        edge
        for edge in edges_between_nodes(diagram)
        if not edge.hidden and edge.source in nodes and edge.target in nodes
    ]
    arrows = _arrows(edges)
    places = _card_places(diagram, list(nodes))
    owners = _owners(diagram)
    entered, left = {edge.target for edge in arrows}, {edge.source for edge in arrows}
    uids = {id: f"c{number}" for number, id in enumerate(nodes, 1)}
    cards = {
        uids[id]: Card(
            kind_of(node, id in entered, id in left),
            without_hidden(one_line(node.text))[:MAX_NOTE_LENGTH],
            Point(round(places[id].x), round(places[id].y)),
            owners.get(id, ""),
        )
        for id, node in nodes.items()
    }
    kept = {
        f"a{number}": Arrow(uids[edge.source], uids[edge.target], without_hidden(one_line(edge.label)))
        for number, edge in enumerate(arrows[:MAX_ENTRIES], 1)
    }
    messages = list(diagram.messages)
    if len(diagram.nodes) > MAX_ENTRIES or len(arrows) > MAX_ENTRIES:
        messages.append(warning("diagram-too-many", limit=str(MAX_ENTRIES)))
    return Sketched(Sketch(cards, kept, _lanes(diagram, places)), one_line(diagram.title), tuple(messages))


def _arrows(edges: list[Edge]) -> list[Edge]:
    """Each edge, and one back for each with two heads."""
    arrows = []
    for edge in edges:
        arrows.append(edge)
        if edge.both:
            arrows.append(Edge(edge.target, edge.source, edge.label))
    return arrows


def _card_places(diagram: Diagram, ids: list[str]) -> dict[str, Rectangle]:
    """The place of each card: the centers of the nodes, spread until cards fit, from the corner on."""
    known = {id: place for id in ids if (place := diagram.nodes[id].place)}
    across, down = spread_factors(known.values())
    places = _spread(known, ids, across, down)
    for _ in range(MOST_STEPS):
        clash = _clash(diagram, places)
        if clash is None:
            break
        across, down = (across, down * STEP) if clash == "down" else (across * STEP, down)
        places = _spread(known, ids, across, down)
    return places


def _clash(diagram: Diagram, places: Mapping[str, Rectangle]) -> Literal["across", "down"] | None:
    """The direction in which two lanes overlap whose cards are apart in it; None where none do."""
    inside = {id: nodes_in(id, diagram.groups, places) for id in islice(diagram.groups, MOST_COMPARED)}
    spans = [
        (set(nodes), _lane("", [places[node] for node in nodes], _depth(id, diagram)))
        for id, nodes in inside.items()
        if nodes and _lane_title(diagram.groups[id].title)
    ]
    for (nodes, lane), (others, other) in combinations(spans, 2):
        if nodes & others or not _overlap(lane, other):
            continue
        if _are_apart([places[id].y for id in nodes], [places[id].y for id in others]):
            return "down"
        if _are_apart([places[id].x for id in nodes], [places[id].x for id in others]):
            return "across"
    return None


def _are_apart(ones: list[float], others: list[float]) -> bool:
    return max(ones) < min(others) or max(others) < min(ones)


def _overlap(lane: Lane, other: Lane) -> bool:
    return (
        lane.position.x < other.position.x + other.width
        and other.position.x < lane.position.x + lane.width
        and lane.position.y < other.position.y + other.height
        and other.position.y < lane.position.y + lane.height
    )


def _spread(
    known: Mapping[str, Rectangle], ids: list[str], across: float, down: float
) -> dict[str, Rectangle]:
    """The places of cards in the centers of these, times the factors, from the corner on."""
    centers = {id: (place.center[0] * across, place.center[1] * down) for id, place in known.items()}
    left = min((x for x, _ in centers.values()), default=0.0)
    top = min((y for _, y in centers.values()), default=0.0)
    return {
        id: Rectangle(
            min(MARGIN + centers.get(id, (left, top))[0] - left, MAX_COORDINATE),
            min(MARGIN + centers.get(id, (left, top))[1] - top, MAX_COORDINATE),
            CARD_WIDTH,
            CARD_HEIGHT,
        )
        for id in ids
    }


def _owners(diagram: Diagram) -> dict[str, str]:
    """The title of the innermost titled group around each node."""
    owners: dict[str, str] = {}
    sizes = {id: nodes_in(id, diagram.groups, diagram.nodes) for id in diagram.groups}
    for id in sorted(sizes, key=lambda id: -len(sizes[id])):
        title = _lane_title(diagram.groups[id].title)
        if title and len(sizes[id]) < len(diagram.nodes):
            owners.update(dict.fromkeys(sizes[id], title))
    return owners


def _lanes(diagram: Diagram, places: Mapping[str, Rectangle]) -> dict[str, Lane]:
    """A lane around the cards of each titled group and around the lanes in it."""
    lanes: dict[str, Lane] = {}
    for id in _from_outside_in(diagram):
        title = _lane_title(diagram.groups[id].title)
        inside = [places[node] for node in nodes_in(id, diagram.groups, places)]
        if title and inside and len(lanes) < MAX_ENTRIES:
            depth = _depth(id, diagram)
            lanes[f"l{len(lanes) + 1}"] = _lane(title, inside, depth)
    return lanes


def _lane(title: str, inside: list[Rectangle], depth: int) -> Lane:
    """A lane that leaves room for `depth` lanes inside of it."""
    padding, above = LANE_PADDING * (depth + 1), (LANE_PADDING + LANE_TITLE) * (depth + 1)
    left, top = min(place.x for place in inside) - padding, min(place.y for place in inside) - above
    right = max(place.x + place.width for place in inside) + padding
    bottom = max(place.y + place.height for place in inside) + padding
    return Lane(
        title,
        Point(max(round(left), -MAX_COORDINATE), max(round(top), -MAX_COORDINATE)),
        max(min(round(right - left), MAX_COORDINATE), LEAST_LANE),
        max(min(round(bottom - top), MAX_COORDINATE), LEAST_LANE),
    )


def _from_outside_in(diagram: Diagram) -> list[str]:
    """The ids of the groups; one stands before those in it, so that it is drawn behind them."""
    return sorted(diagram.groups, key=lambda id: -_depth(id, diagram))


def _depth(id: str, diagram: Diagram) -> int:
    """The number of groups within each other inside of a group; groups in a circle count once."""
    deepest, level, seen = 0, [id], {id}
    while level := [
        member
        for group in level
        for member in diagram.groups[group].members
        if member in diagram.groups and member not in seen
    ]:
        seen.update(level)
        deepest += 1
    return deepest


def _lane_title(title: str) -> str:
    return without_hidden(one_line(title))[:MAX_OWNER_LENGTH]
