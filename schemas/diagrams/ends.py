"""Edges between nodes alone: one that ends at a group is led to the group's first or last nodes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import product

from schemas.diagrams.diagram import Diagram, Edge, Group

MOST_ENDS = 8
"""The most nodes of a group that an edge is led to."""


def edges_between_nodes(diagram: Diagram) -> tuple[Edge, ...]:
    """The edges of `diagram` with nodes at both ends, hidden ones too; one of an empty group is left out."""
    insides = {id: nodes_in(id, diagram.groups, diagram.nodes.keys()) for id in diagram.groups}
    targets: defaultdict[str, set[str]] = defaultdict(set)
    sources: defaultdict[str, set[str]] = defaultdict(set)
    for edge in diagram.edges:
        targets[edge.source].add(edge.target)
        sources[edge.target].add(edge.source)

    def ends(id: str, others: Mapping[str, set[str]]) -> list[str]:
        """The node itself, or the nodes of the group with no edge from `others` within it."""
        if id in diagram.nodes:
            return [id]
        inside = insides.get(id, [])
        within = set(inside)
        open_ends = [node for node in inside if not others[node] & within - {node}]
        return (open_ends or inside[:1])[:MOST_ENDS]

    return tuple(
        replace(edge, source=source, target=target)
        for edge in diagram.edges
        for source, target in product(ends(edge.source, targets), ends(edge.target, sources))
    )


def nodes_in(id: str, groups: Mapping[str, Group], nodes: Iterable[str]) -> list[str]:
    """The nodes in a group and in the groups in it."""
    known, found, seen = set(nodes), [], {id}
    waiting = [id]
    while waiting:
        for member in groups[waiting.pop()].members:
            if member in known:
                found.append(member)
            elif member in groups and member not in seen:
                seen.add(member)
                waiting.append(member)
    return found
