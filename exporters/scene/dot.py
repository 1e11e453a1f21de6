"""A scope in the DOT language of Graphviz: a node for each box, by its index, and the edges between them."""

from __future__ import annotations

from itertools import pairwise

from graphviz import Digraph

from exporters.scene.edge_ranks import (
    forward_edges,
    longest_path,
    topological_order,
    transitive_reduction,
    without_long_edges,
)
from exporters.scene.rows import GAP_ACROSS, Link, Size

POINTS_PER_INCH = 72
END = "end"
MOST_PASSED = 1_000

_STEP, _MAIN, _OTHER = "20", "4", "1"


def dot_source(sizes: tuple[Size, ...], links: tuple[Link, ...], start: int | None) -> str:
    """Return the graph for Graphviz to lay out.

    The happy path is one group, which Graphviz draws straight; an end node at the very bottom keeps all other
    boxes to its side. Backward edges and edges past many levels would cost much time, and are left out.
    """
    edges = [(link.source, link.target) for link in links]
    main = {edge for edge, link in zip(edges, links, strict=True) if link.main}
    order = topological_order(len(sizes), sorted(edges, key=lambda edge: edge not in main), start)
    forward = forward_edges(order, edges)
    path = [] if start is None else longest_path(order, [edge for edge in forward if edge in main], start)
    path += _next_states(path, links)
    steps = set(pairwise(path))
    kept = steps.union(without_long_edges(order, transitive_reduction(order, forward), MOST_PASSED))

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
    for edge in forward:
        if edge in kept:
            weight = _STEP if edge in steps else _MAIN if edge in main else _OTHER
            dot.edge(str(edge[0]), str(edge[1]), weight=weight)
    return str(dot.source)


def _next_states(path: list[int], links: tuple[Link, ...]) -> list[int]:
    """The targets of Next at the end of the happy path: a workflow that only fails is straight, too."""
    targets = (link.target for link in links if path and link.source == path[-1] and link.kind == "next")
    return [target for target in targets if target not in path]


def _inches(pixels: float) -> str:
    return f"{pixels / POINTS_PER_INCH:.4f}"
