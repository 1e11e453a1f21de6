"""The positions of the boxes of one scope: as the sidecar has them, or else by layout or near neighbours."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from exporters.scene.layout import lay_out
from exporters.scene.push_apart import push_apart
from exporters.scene.rows import GAP_ACROSS, GAP_DOWN, Link, Size
from exporters.scene.space import Rect, overlap
from schemas.sidecar.design import Point

MOST_TO_PLACE_SINGLY = 60
MOST_TRIES = 30


def place(
    sizes: Sequence[Size],
    wanted: Sequence[Point | None],
    links: Sequence[Link],
    start: int | None,
    corner: Point,
) -> list[Point]:
    """Return the top left corner of each box; `wanted` has the positions that people chose.

    If no box has one, all are laid out from `corner` on. Otherwise each box without one goes below a box that
    leads to it (beside one that leads to it by a catch), and the others stay, except those that a container
    has grown over.
    """
    missing = [index for index, point in enumerate(wanted) if point is None]
    if len(missing) == len(sizes):
        return _laid_out(sizes, links, start, corner)
    placed = {index: _rect(point, sizes[index]) for index, point in enumerate(wanted) if point is not None}
    if len(missing) > MOST_TO_PLACE_SINGLY:
        _lay_out_beside(placed, missing, sizes, links)
    else:
        _place_below_sources(placed, missing, sizes, links, corner)
    rects = {index: placed[index] for index in range(len(sizes))}
    containers = [index for index, size in enumerate(sizes) if size.is_container]
    apart = push_apart(rects, containers)
    return [apart[index].corner for index in range(len(sizes))]


def _rect(corner: Point, size: Size) -> Rect:
    return Rect(corner.x, corner.y, size.width, size.height)


def _laid_out(sizes: Sequence[Size], links: Sequence[Link], start: int | None, corner: Point) -> list[Point]:
    corners = lay_out(tuple(sizes), tuple(links), start)
    return [Point(corner.x + x, corner.y + y) for x, y in corners]


def _lay_out_beside(
    placed: dict[int, Rect], missing: list[int], sizes: Sequence[Size], links: Sequence[Link]
) -> None:
    """Lay the missing boxes out among themselves, to the right of all others."""
    right = max(rect.right for rect in placed.values()) + GAP_ACROSS
    top = min(rect.y for rect in placed.values())
    renumbered = {index: place for place, index in enumerate(missing)}
    between = [
        Link(renumbered[link.source], renumbered[link.target], link.main, link.kind)
        for link in links
        if link.source in renumbered and link.target in renumbered
    ]
    corners = _laid_out([sizes[index] for index in missing], between, None, Point(right, top))
    for index, corner in zip(missing, corners, strict=True):
        placed[index] = _rect(corner, sizes[index])


def _place_below_sources(
    placed: dict[int, Rect], missing: list[int], sizes: Sequence[Size], links: Sequence[Link], corner: Point
) -> None:
    for index in _by_nearness(set(placed), missing, links):
        arriving = (link for link in links if link.target == index and link.source in placed)
        link = min(arriving, key=lambda link: link.kind == "catch", default=None)
        if link is None:
            point = Point(corner.x, max(rect.bottom for rect in placed.values()) + GAP_DOWN)
        else:
            point = _near(placed[link.source], sizes[index], link)
        placed[index] = _free(_rect(point, sizes[index]), placed.values())


def _near(source: Rect, own: Size, link: Link) -> Point:
    """The place below the source of the edge, or beside it where the edge is a catch."""
    if link.kind == "catch":
        return Point(source.right + GAP_ACROSS, source.y + (source.height - own.height) / 2)
    return Point(source.x + (source.width - own.width) / 2, source.bottom + GAP_DOWN)


def _by_nearness(reached: set[int], missing: list[int], links: Sequence[Link]) -> Iterator[int]:
    """The missing boxes; a box with an edge from one that is already placed comes first."""
    waiting = list(missing)
    while waiting:
        led_to = {link.target for link in links if link.source in reached}
        index = next((index for index in waiting if index in led_to), waiting[0])
        waiting.remove(index)
        reached.add(index)
        yield index


def _free(wanted: Rect, taken: Collection[Rect]) -> Rect:
    """`wanted`, or a place to its right where it covers no other box; after many tries, below all."""
    for _ in range(MOST_TRIES):
        covered = next((rect for rect in taken if overlap(rect, wanted)), None)
        if covered is None:
            return wanted
        wanted = wanted.at(covered.right + GAP_ACROSS, wanted.y)
    return wanted.at(wanted.x, max(rect.bottom for rect in taken) + GAP_DOWN)
