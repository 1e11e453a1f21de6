"""Places a new card beneath the card that it follows, or where there is room."""

from __future__ import annotations

from collections.abc import Collection

from schemas.sidecar.design import Point

ACROSS = 280
DOWN = 176
COLUMNS = 4


def beneath(point: Point, taken: Collection[Point]) -> Point:
    """The first free place beneath `point`, or beside that to the right."""
    place = Point(point.x, point.y + DOWN)
    while _is_taken(place, taken):
        place = Point(place.x + ACROSS, place.y)
    return place


def anywhere(taken: Collection[Point]) -> Point:
    """The first free place, in rows from the left top."""
    number = 0
    while _is_taken(place := Point(number % COLUMNS * ACROSS, number // COLUMNS * DOWN), taken):
        number += 1
    return place


def _is_taken(place: Point, taken: Collection[Point]) -> bool:
    return any(abs(place.x - other.x) < ACROSS and abs(place.y - other.y) < DOWN for other in taken)
