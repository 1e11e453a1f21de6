"""Space for containers that have grown over boxes beside or below them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from exporters.scene.space import Key, Rect, overlap, pushed_off, reading_order


def push_apart(rects: Mapping[Key, Rect], containers: Collection[Key]) -> dict[Key, Rect]:
    """Return the rectangles after each that shares space with a container has moved off the one before it.

    The lower one moves, or of two that begin at the same height the one further right. Edges do not count: a
    new one moves nothing.
    """
    apart = dict(rects)
    while pair := next(_pairs(apart, containers), None):
        first, later = pair
        apart = pushed_off(apart, later, apart[first], {}, kept=first)
    return apart


def _pairs(rects: Mapping[Key, Rect], containers: Collection[Key]) -> Iterator[tuple[Key, Key]]:
    """The boxes that overlap a container, each pair in reading order."""
    for container in sorted(containers, key=lambda id: reading_order(rects[id])):
        around = rects[container]
        covered = [id for id, rect in rects.items() if id != container and overlap(rect, around)]
        for id in sorted(covered, key=lambda id: reading_order(rects[id])):
            first, later = sorted((container, id), key=lambda id: reading_order(rects[id]))
            yield first, later
