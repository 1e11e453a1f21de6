"""Shapes that are drawn behind others as their frame, without holding them: they become groups."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from schemas.diagrams.diagram import Diagram, Group, Rectangle

TIMES = 4
"""The area of a frame for that of a single shape on it, at least."""
LEAST = 2
"""The shapes that make any shape beneath them a frame."""


def with_frames(diagram: Diagram) -> Diagram:
    """The diagram with a group for each shape without edges that lies beneath others of the same group.

    A shape belongs to the smallest of the frames that its middle lies on.
    """
    connected = {end for edge in diagram.edges for end in (edge.source, edge.target)}
    places = {id: node.place for id, node in diagram.nodes.items() if node.place}
    parents = {member: id for id, group in diagram.groups.items() for member in group.members}
    behind = {id: place for id, place in places.items() if id not in connected}
    around = {id: _smallest_around(id, places, behind, parents) for id in places}
    inside: defaultdict[str, list[str]] = defaultdict(list)
    for id, frame in around.items():
        if frame:
            inside[frame].append(id)
    frames = {
        id for id, members in inside.items() if _is_frame(places[id], [places[each] for each in members])
    }
    if not frames:
        return diagram
    moved = {id: frame for id, frame in around.items() if frame in frames}
    return replace(
        diagram,
        nodes={id: node for id, node in diagram.nodes.items() if id not in frames},
        groups=_groups(diagram, frames, {**parents, **moved}),
    )


def _groups(diagram: Diagram, frames: set[str], parents: dict[str, str]) -> dict[str, Group]:
    members: defaultdict[str, list[str]] = defaultdict(list)
    for id in (*diagram.nodes, *diagram.groups):
        if id in parents:
            members[parents[id]].append(id)
    old = {id: replace(group, members=tuple(members[id])) for id, group in diagram.groups.items()}
    new = {
        id: Group(node.text, tuple(members[id]), node.place)
        for id, node in diagram.nodes.items()
        if id in frames
    }
    return {**old, **new}


def _smallest_around(
    id: str, places: dict[str, Rectangle], behind: dict[str, Rectangle], parents: dict[str, str]
) -> str:
    """The smallest shape without edges, in the same group, on which the middle of a smaller one lies."""
    place, group = places[id], parents.get(id)
    x, y = place.center
    found = [
        (_area(frame), other)
        for other, frame in behind.items()
        if other != id and parents.get(other) == group and _area(frame) > _area(place) and _holds(frame, x, y)
    ]
    return min(found)[1] if found else ""


def _is_frame(place: Rectangle, inside: Iterable[Rectangle]) -> bool:
    areas = [_area(each) for each in inside]
    return len(areas) >= LEAST or any(_area(place) >= TIMES * area for area in areas)


def _holds(frame: Rectangle, x: float, y: float) -> bool:
    return frame.x <= x <= frame.x + frame.width and frame.y <= y <= frame.y + frame.height


def _area(place: Rectangle) -> float:
    return place.width * place.height
