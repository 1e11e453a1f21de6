"""Space for containers that have grown over boxes beside or below them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from exporters.scene.rows import GAP_ACROSS, GAP_DOWN, Size
from schemas.sidecar.design import Point


def push_apart(points: Sequence[Point], sizes: Sequence[Size], containers: Iterable[int]) -> list[Point]:
    """Return the positions after moving the boxes that a container covers down or right, whichever is nearer.

    All boxes further down, or further right beside the container, move by the same distance.
    """
    places = list(points)
    for container in sorted(containers, key=lambda index: (places[index].y, places[index].x)):
        covered = _covered(container, places, sizes)
        below = [index for index in covered if _is_nearer_down(container, index, places, sizes)]
        _push_down(container, below, places, sizes)
        _push_right(container, [index for index in covered if index not in below], places, sizes)
    return places


def _covered(container: int, places: Sequence[Point], sizes: Sequence[Size]) -> list[int]:
    """The boxes that the container covers and that begin further down or further right."""
    corner, size = places[container], sizes[container]
    found = []
    for index, place in enumerate(places):
        across = place.x < corner.x + size.width and corner.x < place.x + sizes[index].width
        down = place.y < corner.y + size.height and corner.y < place.y + sizes[index].height
        if index != container and across and down and (place.x > corner.x or place.y > corner.y):
            found.append(index)
    return found


def _is_nearer_down(container: int, index: int, places: Sequence[Point], sizes: Sequence[Size]) -> bool:
    corner, size, place = places[container], sizes[container], places[index]
    if place.x <= corner.x:
        return True
    return place.y > corner.y and corner.y + size.height - place.y <= corner.x + size.width - place.x


def _push_down(container: int, below: list[int], places: list[Point], sizes: Sequence[Size]) -> None:
    edge = min((places[index].y for index in below), default=None)
    if edge is None:
        return
    distance = places[container].y + sizes[container].height + GAP_DOWN - edge
    for index, place in enumerate(places):
        if index != container and place.y >= edge:
            places[index] = Point(place.x, place.y + distance)


def _push_right(container: int, beside: list[int], places: list[Point], sizes: Sequence[Size]) -> None:
    edge = min((places[index].x for index in beside), default=None)
    if edge is None:
        return
    corner, size = places[container], sizes[container]
    distance = corner.x + size.width + GAP_ACROSS - edge
    for index, place in enumerate(places):
        is_beside = place.y < corner.y + size.height and corner.y < place.y + sizes[index].height
        if index != container and is_beside and place.x >= edge:
            places[index] = Point(place.x + distance, place.y)
