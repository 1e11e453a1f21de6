"""Where the boxes of one scope stand: where somebody put them, else by layout or near their neighbours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from exporters.scene.layout import lay_out
from exporters.scene.push_apart import spread
from exporters.scene.rows import GAP_ACROSS, GAP_DOWN, Line, Size
from schemas.sidecar.design import Point

MOST_TO_FIT_IN = 60
MOST_TRIES = 30


def place(
    sizes: Sequence[Size],
    wanted: Sequence[Point | None],
    lines: Sequence[Line],
    start: int | None,
    corner: Point,
) -> list[Point]:
    """The top left corner of each box; where none is wanted for any, all are laid out from `corner` on.

    Where some are wanted, each of the others goes below the box that leads to it, and those stay: only what
    a container has grown over makes way.
    """
    missing = [index for index, point in enumerate(wanted) if point is None]
    if len(missing) == len(sizes):
        return _laid_out(sizes, lines, start, corner)
    placed = {index: point for index, point in enumerate(wanted) if point is not None}
    if len(missing) > MOST_TO_FIT_IN:
        _put_beside(placed, missing, sizes, lines)
    else:
        _fit_in(placed, missing, sizes, lines, corner)
    containers = (index for index, size in enumerate(sizes) if size.is_container)
    return spread([placed[index] for index in range(len(sizes))], sizes, containers)


def _laid_out(sizes: Sequence[Size], lines: Sequence[Line], start: int | None, corner: Point) -> list[Point]:
    corners = lay_out(tuple(sizes), tuple(lines), start)
    return [Point(corner.x + x, corner.y + y) for x, y in corners]


def _put_beside(
    placed: dict[int, Point], missing: list[int], sizes: Sequence[Size], lines: Sequence[Line]
) -> None:
    """Lay the many that are missing out among themselves, to the right of everything."""
    right = max(point.x + sizes[index].width for index, point in placed.items()) + GAP_ACROSS
    top = min(point.y for point in placed.values())
    renumbered = {index: place for place, index in enumerate(missing)}
    between = [
        Line(renumbered[line.source], renumbered[line.target], line.main, line.kind)
        for line in lines
        if line.source in renumbered and line.target in renumbered
    ]
    corners = _laid_out([sizes[index] for index in missing], between, None, Point(right, top))
    placed.update(zip(missing, corners, strict=True))


def _fit_in(
    placed: dict[int, Point], missing: list[int], sizes: Sequence[Size], lines: Sequence[Line], corner: Point
) -> None:
    for index in _by_nearness(set(placed), missing, lines):
        source = next((line.source for line in lines if line.target == index and line.source in placed), None)
        if source is None:
            bottom = max(point.y + sizes[other].height for other, point in placed.items())
            point = Point(corner.x, bottom + GAP_DOWN)
        else:
            above, size = placed[source], sizes[source]
            point = Point(above.x + (size.width - sizes[index].width) / 2, above.y + size.height + GAP_DOWN)
        placed[index] = _free(point, sizes[index], placed, sizes)


def _by_nearness(reached: set[int], missing: list[int], lines: Sequence[Line]) -> Iterator[int]:
    """The missing boxes, those first to which an arrow leads from a box that stands already."""
    waiting = list(missing)
    while waiting:
        led_to = {line.target for line in lines if line.source in reached}
        index = next((index for index in waiting if index in led_to), waiting[0])
        waiting.remove(index)
        reached.add(index)
        yield index


def _free(point: Point, size: Size, placed: dict[int, Point], sizes: Sequence[Size]) -> Point:
    """`point`, or a place to its right where the box covers no other; after many tries, below everything."""
    for _ in range(MOST_TRIES):
        covered = next(_covered(point, size, placed, sizes), None)
        if covered is None:
            return point
        point = Point(placed[covered].x + sizes[covered].width + GAP_ACROSS, point.y)
    return Point(point.x, max(other.y + sizes[index].height for index, other in placed.items()) + GAP_DOWN)


def _covered(point: Point, size: Size, placed: dict[int, Point], sizes: Sequence[Size]) -> Iterator[int]:
    for index, other in placed.items():
        across = point.x < other.x + sizes[index].width and other.x < point.x + size.width
        down = point.y < other.y + sizes[index].height and other.y < point.y + size.height
        if across and down:
            yield index
