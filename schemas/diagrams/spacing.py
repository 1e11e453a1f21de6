"""Spreads places that were drawn for smaller shapes than our cards, so that no two cards overlap."""

from __future__ import annotations

from collections.abc import Iterable

from schemas.diagrams.diagram import Rectangle

CARD_WIDTH, CARD_HEIGHT = 220, 88
"""In pixels: the largest card but for a note of many lines."""
GAP = 24
_FACTORS = (1.0, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0)


def spread_factors(places: Iterable[Rectangle]) -> tuple[float, float]:
    """The least factors for x and y by which these centers are apart enough for cards."""
    centers = sorted(place.center for place in places)
    for factor in _FACTORS:
        if not _overlap(centers, factor, factor):
            down = next(lesser for lesser in _FACTORS if not _overlap(centers, factor, lesser))
            across = next(lesser for lesser in _FACTORS if not _overlap(centers, lesser, down))
            return across, down
    return _FACTORS[-1], _FACTORS[-1]


def _overlap(centers: list[tuple[float, float]], across: float, down: float) -> bool:
    """True if two cards in these centers, which are sorted, would overlap; equal centers do not count."""
    for index, (x, y) in enumerate(centers):
        for other_x, other_y in centers[index + 1 :]:
            width = (other_x - x) * across
            if width >= CARD_WIDTH + GAP:
                break
            height = abs(other_y - y) * down
            if height < CARD_HEIGHT + GAP and (width > 1 or height > 1):
                return True
    return False
