"""The largest size of a picture, and the smallest at which its words can be read."""

from __future__ import annotations

from math import sqrt

LONGEST_SIDE = 8_000
MOST_PIXELS = 24_000_000
LEGIBLE = 0.6
"""Pixels for each pixel of the canvas below which names cannot be read."""
TALLEST = LONGEST_SIDE / LEGIBLE
"""The height on the canvas from which on a picture of a whole flow cannot be read."""


def drawn_scale(width: float, height: float, scale: float) -> float:
    """Return the pixels for each pixel of the canvas: `scale`, or fewer for a picture that is too large."""
    return min(scale, LONGEST_SIDE / max(width, height), sqrt(MOST_PIXELS / width / height))
