"""Space between boxes: free places for new ones, and boxes that move off others, with what follows them."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from math import inf
from typing import TypeVar

from exporters.scene.rows import GAP_ACROSS, GAP_DOWN
from schemas.sidecar.design import Point

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle by its top left corner and its size, in pixels."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of its right side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of its lower side."""
        return self.y + self.height

    @property
    def corner(self) -> Point:
        """Its top left corner."""
        return Point(self.x, self.y)

    def at(self, x: float, y: float) -> Rect:
        """The same rectangle at another place."""
        return replace(self, x=x, y=y)


def overlap(one: Rect, other: Rect) -> bool:
    """Return true if the rectangles have more than a border in common."""
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


def nearest_free(wanted: Rect, taken: Collection[Rect], least_x: float = -inf) -> Rect:
    """Return `wanted`, or the nearest place straight left of, right of or below another rectangle where it
    covers none, and begins at `least_x` or right of that; where there is no such place, below all."""
    if not any(overlap(rect, wanted) for rect in taken):
        return wanted
    margin = GAP_DOWN / 2
    around = [
        Rect(rect.x - margin, rect.y - margin, rect.width + GAP_DOWN, rect.height + GAP_DOWN)
        for rect in taken
    ]
    places = [place for rect in around for place in _beside(rect, wanted) if place.x >= least_x]
    places.sort(key=lambda place: (place.x - wanted.x) ** 2 + (place.y - wanted.y) ** 2)
    free = (place for place in places if not any(overlap(rect, place) for rect in around))
    bottom = max(rect.bottom for rect in taken)
    return next(free, wanted.at(wanted.x, bottom + GAP_DOWN))


def pushed_off(
    rects: Mapping[Key, Rect],
    pushed: Key,
    fixed: Rect,
    successors: Mapping[Key, Collection[Key]],
    *,
    moves_down: bool = False,
    kept: Key | None = None,
) -> dict[Key, Rect]:
    """Return the rectangles after `pushed` has moved off the rectangle `fixed`: down or right, whichever is
    nearer, or down if `moves_down` says so.

    What stands below it, or where it moves right beside it, moves by the same distance, and so do the boxes
    further down that the `successors` of a box lead to. So no two boxes come to overlap that did not before.
    `kept` is the box that does not move.
    """
    rect = rects[pushed]
    down, right = fixed.bottom + GAP_DOWN - rect.y, fixed.right + GAP_ACROSS - rect.x
    is_nearer_down = rect.x <= fixed.x or (rect.y > fixed.y and down <= right)
    if moves_down or is_nearer_down:
        moving = _following(rects, pushed, kept, successors)
        return {id: one.at(one.x, one.y + down) if id in moving else one for id, one in rects.items()}
    turned = {id: Rect(one.y, one.x, one.height, one.width) for id, one in rects.items()}
    moving = _following(turned, pushed, kept, {})
    return {id: one.at(one.x + right, one.y) if id in moving else one for id, one in rects.items()}


def reading_order(rect: Rect) -> tuple[float, float]:
    """Return the key that sorts rectangles from the top down, then from left to right."""
    return (rect.y, rect.x)


def _following(
    rects: Mapping[Key, Rect], first: Key, kept: Key | None, successors: Mapping[Key, Collection[Key]]
) -> set[Key]:
    """The boxes that move down with `first`: those below one that moves, and those that it leads down to."""
    moving, bands = {first}, [(rects[first].x, rects[first].right)]
    led_to = set(_led_down_to(rects, first, successors))
    top = rects[first].y
    later = sorted((id for id in rects if rects[id].y >= top), key=lambda id: reading_order(rects[id]))
    for id in later:
        rect = rects[id]
        if id in (first, kept):
            continue
        if id in led_to or any(start < rect.right and rect.x < end for start, end in bands):
            moving.add(id)
            bands = _joined(bands, rect.x, rect.right)
            led_to.update(_led_down_to(rects, id, successors))
    return moving


def _led_down_to(
    rects: Mapping[Key, Rect], id: Key, successors: Mapping[Key, Collection[Key]]
) -> Iterable[Key]:
    bottom = rects[id].bottom
    return (target for target in successors.get(id, ()) if target in rects and rects[target].y >= bottom)


def _joined(bands: list[tuple[float, float]], start: float, end: float) -> list[tuple[float, float]]:
    """The bands with one more; bands that overlap become one."""
    apart = [band for band in bands if band[1] < start or end < band[0]]
    joined = [band for band in bands if band not in apart]
    starts, ends = [start, *(band[0] for band in joined)], [end, *(band[1] for band in joined)]
    return [*apart, (min(starts), max(ends))]


def _beside(rect: Rect, wanted: Rect) -> Iterable[Rect]:
    """The places straight left, right and below; above, a start mark may stand."""
    yield wanted.at(rect.x - wanted.width, wanted.y)
    yield wanted.at(rect.right, wanted.y)
    yield wanted.at(wanted.x, rect.bottom + GAP_DOWN / 2)
