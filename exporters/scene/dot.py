"""A scope in Graphviz' language: boxes by their numbers, and the arrows that say what comes after what."""

from __future__ import annotations

from itertools import pairwise

from graphviz import Digraph

from exporters.scene.edge_ranks import in_order, longest, onward, short, telling
from exporters.scene.rows import GAP_ACROSS, Line, Size

POINTS_PER_INCH = 72
END = "end"
MOST_PASSED = 1_000

_STEP, _MAIN, _OTHER = "20", "4", "1"


def dot_source(sizes: tuple[Size, ...], lines: tuple[Line, ...], start: int | None) -> str:
    """The graph that Graphviz is to lay out.

    The happy path is one group, which Graphviz draws straight; an end at the very bottom keeps all else to
    its side. Arrows that only lead back, or far past others, are left out: they would cost much time.
    """
    arrows = [(line.source, line.target) for line in lines]
    main = {arrow for arrow, line in zip(arrows, lines, strict=True) if line.main}
    order = in_order(len(sizes), sorted(arrows, key=lambda arrow: arrow not in main), start)
    forward = onward(order, arrows)
    path = [] if start is None else longest(order, [arrow for arrow in forward if arrow in main], start)
    path += _only_way_on(path, lines)
    steps = set(pairwise(path))
    kept = steps.union(short(order, telling(order, forward), MOST_PASSED))

    dot = Digraph(
        graph_attr={"nodesep": _inches(GAP_ACROSS), "ordering": "out", "splines": "false"},
        node_attr={"shape": "box", "fixedsize": "true", "label": ""},
    )
    for index in order:
        group = {"group": "main"} if index in path else {}
        dot.node(str(index), width=_inches(sizes[index].width), height=_inches(sizes[index].height), **group)
    if path:
        with dot.subgraph(graph_attr={"rank": "sink"}) as bottom:
            bottom.node(END, width="0.1", height="0.1", group="main")
        dot.edge(str(path[-1]), END, weight=_OTHER)
    for arrow in forward:
        if arrow in kept:
            weight = _STEP if arrow in steps else _MAIN if arrow in main else _OTHER
            dot.edge(str(arrow[0]), str(arrow[1]), weight=weight)
    return str(dot.source)


def _only_way_on(path: list[int], lines: tuple[Line, ...]) -> list[int]:
    """Where the end of the happy path leads next all the same: a flow that can only fail is straight, too."""
    onward = (line.target for line in lines if path and line.source == path[-1] and line.kind == "next")
    return [target for target in onward if target not in path]


def _inches(pixels: float) -> str:
    return f"{pixels / POINTS_PER_INCH:.4f}"
