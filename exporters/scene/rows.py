"""Rows of boxes, one below the other, as close as the words on the arrows between them allow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from schemas.asl.graph import EdgeKind

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
    kind: EdgeKind


def stack(centres: Sequence[float], sizes: Sequence[Size], lines: Sequence[Line]) -> list[float]:
    """The top of each box: boxes of one centre make a row, all of one top, and rows keep their order."""
    levels = sorted({round(centre) for centre in centres})
    row_of = {level: row for row, level in enumerate(levels)}
    rows = [row_of[round(centre)] for centre in centres]
    heights = [0.0] * len(levels)
    for row, size in zip(rows, sizes, strict=True):
        heights[row] = max(heights[row], size.height)
    worded = {row for line in lines for row in _with_words(line, rows)}
    tops, top = [], 0.0
    for row, height in enumerate(heights):
        tops.append(top)
        top += height + GAP_DOWN + (LABEL_SPACE if row in worded else 0)
    return [tops[row] for row in rows]


def _with_words(line: Line, rows: Sequence[int]) -> Iterator[int]:
    """The rows below which the words of an arrow want room; those of a long catch stand beside its way."""
    upper, lower = sorted((rows[line.source], rows[line.target]))
    if line.kind in ("choice", "default") or (line.kind == "catch" and lower - upper <= 1):
        yield upper
        yield lower - 1
