"""A tall scope in columns, side by side, for a page that is wider than high."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf, sqrt

from exporters.scene.rows import Link, Size
from schemas.sidecar.design import Point

GAP = 130
"""The distance between columns, in which edges lead from the end of one to the beginning of the next."""
PAGE = 16 / 9
LEAST_HEIGHT = 1_600
"""The height in pixels from which on a scope is cut."""
SLACK = 0.15
"""The share of a column's height by which it may be shorter or longer, for a cut that meets fewer edges."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns that a scope is cut into: the heights at which they begin, and how far each moves."""

    tops: tuple[float, ...] = (-inf,)
    shifts: tuple[Point, ...] = (Point(0, 0),)

    def __len__(self) -> int:
        return len(self.tops)

    def moved(self, corner: Point) -> Point:
        """Return the new top left corner of something that begins there."""
        shift = self.shifts[bisect_right(self.tops, corner.y) - 1]
        return Point(corner.x + shift.x, corner.y + shift.y)

    def pieces(self, top: float, height: float) -> Iterator[tuple[float, float]]:
        """Yield the top and the height of each part of something that may reach over several columns."""
        for begin, end in pairwise((*self.tops, inf)):
            upper, lower = max(top, begin), min(top + height, end)
            if upper < lower:
                yield upper, lower - upper


@dataclass(frozen=True, slots=True)
class _Gap:
    """A height at which no box is, and the number of edges that pass it."""

    height: float
    edges: int


def columns_of(
    corners: Sequence[Point],
    sizes: Sequence[Size],
    links: Sequence[Link],
    beside: Sequence[tuple[Point, Size]] = (),
) -> Columns:
    """Return the columns of a scope whose boxes stand at `corners`; one column where more are no gain.

    No box is cut, and few edges are. `beside` are annotations, which columns have room for.
    """
    things = [*zip(corners, sizes, strict=True), *beside]
    if not corners:
        return Columns()
    left = min(corner.x for corner, _ in things)
    width = max(corner.x + size.width for corner, size in things) - left + GAP
    top = min(corner.y for corner in corners)
    height = max(corner.y + size.height for corner, size in zip(corners, sizes, strict=True)) - top
    count = round(sqrt(PAGE * height / width))
    if height < LEAST_HEIGHT or count < 2:
        return Columns()
    cuts = _cuts(_gaps(corners, sizes, links), top, top + height, height / count)
    found = _side_by_side([-inf, *cuts], top, things)
    return found if _is_gain(found, things, max(width, height)) else Columns()


def _gaps(corners: Sequence[Point], sizes: Sequence[Size], links: Sequence[Link]) -> list[_Gap]:
    """The gaps between rows of boxes, from above."""
    order = sorted(range(len(corners)), key=lambda index: corners[index].y)
    ends = [0] * (len(corners) + 1)
    place = {box: index for index, box in enumerate(order)}
    for link in links:
        first, last = sorted((place[link.source], place[link.target]))
        ends[first] += 1
        ends[last] -= 1
    found, bottom, passing = [], -inf, 0
    for index, box in enumerate(order):
        if index and corners[box].y > bottom:
            found.append(_Gap((bottom + corners[box].y) / 2, passing))
        bottom = max(bottom, corners[box].y + sizes[box].height)
        passing += ends[index]
    return found


def _cuts(gaps: Sequence[_Gap], top: float, bottom: float, height: float) -> Iterator[float]:
    """Yield the heights of the cuts: each where few edges pass, near the end of a column of that height."""
    begin = top
    while bottom - begin > height * (1 + SLACK):
        far = [gap for gap in gaps if gap.height > begin + height * (1 - SLACK)]
        near = [gap for gap in far if gap.height <= begin + height * (1 + SLACK)]
        if not far:
            return
        end = begin + height
        begin = min(near or far[:1], key=lambda gap: (gap.edges, abs(gap.height - end))).height
        yield begin


def _side_by_side(tops: Sequence[float], top: float, things: Sequence[tuple[Point, Size]]) -> Columns:
    """The columns, all of which begin where the first does."""
    uncut = Columns(tuple(tops), (Point(0, 0),) * len(tops))
    columns: list[list[tuple[Point, Size]]] = [[] for _ in tops]
    for corner, size in things:
        for begin, part in uncut.pieces(corner.y, max(size.height, 1)):
            column = columns[bisect_right(uncut.tops, begin) - 1]
            column.append((Point(corner.x, begin), Size(size.width, part)))
    shifts: list[Point] = []
    x = min(corner.x for corner, _ in things)
    for column in columns:
        left = min((corner.x for corner, _ in column), default=x)
        upper = min((corner.y for corner, _ in column), default=top)
        shifts.append(Point(x - left, top - upper if shifts else 0))
        x += max((corner.x + size.width for corner, size in column), default=left) - left + GAP
    return Columns(uncut.tops, tuple(shifts))


def _is_gain(columns: Columns, things: Sequence[tuple[Point, Size]], before: float) -> bool:
    placed = [(columns.moved(corner), size) for corner, size in things]
    width = max(at.x + size.width for at, size in placed) - min(at.x for at, _ in placed)
    height = max(at.y + size.height for at, size in placed) - min(at.y for at, _ in placed)
    return len(columns) > 1 and max(width, height) < before
