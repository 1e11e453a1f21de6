"""Rows of boxes, one below the other, as close as the labels of the edges between them allow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from schemas.asl.graph import EdgeKind

GAP_ACROSS = 48
GAP_DOWN = 48
LABEL_SPACE = 40


@dataclass(frozen=True, slots=True)
class Size:
    """The size of a box in pixels."""

    width: float
    height: float
    is_container: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """An edge between two boxes, by their indexes; `main` if a successful execution may follow it."""

    source: int
    target: int
    main: bool
    kind: EdgeKind


def row_tops(centres: Sequence[float], sizes: Sequence[Size], links: Sequence[Link]) -> list[float]:
    """Return the top of each box in pixels: boxes with one centre make a row, and rows keep their order."""
    levels = sorted({round(centre) for centre in centres})
    row_of = {level: row for row, level in enumerate(levels)}
    rows = [row_of[round(centre)] for centre in centres]
    heights = [0.0] * len(levels)
    for row, size in zip(rows, sizes, strict=True):
        heights[row] = max(heights[row], size.height)
    labelled = {row for link in links for row in _labelled_rows(link, rows)}
    tops, top = [], 0.0
    for row, height in enumerate(heights):
        tops.append(top)
        top += height + GAP_DOWN + (LABEL_SPACE if row in labelled else 0)
    return [tops[row] for row in rows]


def _labelled_rows(link: Link, rows: Sequence[int]) -> Iterator[int]:
    """The rows below which the label of an edge needs space; that of a long catch stands beside its path."""
    upper, lower = sorted((rows[link.source], rows[link.target]))
    if link.kind in ("choice", "default") or (link.kind == "catch" and lower - upper <= 1):
        yield upper
        yield lower - 1
