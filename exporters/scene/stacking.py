"""Rows of boxes, one below the other, as close as the words on the arrows between them allow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

GAP_ACROSS = 48
GAP_DOWN = 48
LABEL_SPACE = 40


@dataclass(frozen=True, slots=True)
class Size:
    """How large a box is, in pixels."""

    width: float
    height: float
    is_container: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """An arrow between two boxes, by their indexes; `main` where a run that goes well may take it."""

    source: int
    target: int
    main: bool
    labelled: bool


def stack(centres: Sequence[float], sizes: Sequence[Size], lines: Sequence[Line]) -> list[float]:
    """The top of each box: boxes of one centre make a row, all of one top, and rows keep their order."""
    levels = sorted({round(centre) for centre in centres})
    row_of = {level: row for row, level in enumerate(levels)}
    rows = [row_of[round(centre)] for centre in centres]
    heights = [0.0] * len(levels)
    for row, size in zip(rows, sizes, strict=True):
        heights[row] = max(heights[row], size.height)
    labelled = {min(rows[line.source], rows[line.target]) for line in lines if line.labelled}
    labelled |= {max(rows[line.source], rows[line.target]) - 1 for line in lines if line.labelled}
    tops, top = [], 0.0
    for row, height in enumerate(heights):
        tops.append(top)
        top += height + GAP_DOWN + (LABEL_SPACE if row in labelled else 0)
    return [tops[row] for row in rows]
