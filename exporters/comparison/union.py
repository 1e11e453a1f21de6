"""The states and edges of two workflows as one graph, in which a state that is in both is one node."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from exporters.comparison.marks import Mark, marks_after
from schemas.asl.graph import Edge
from schemas.asl.walk import Scope, State
from schemas.comparison.comparison import Comparison
from schemas.comparison.side import Side
from schemas.core.paths import Path

START = "start"


@dataclass(frozen=True, slots=True)
class Node:
    """A state: `id` is unique, `parent` the id of the container around it, "" for none.

    `former_name` is set if it had another one.
    """

    id: str
    state: State
    side: Side
    parent: str
    mark: Mark | None
    former_name: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """An edge between two nodes, or from `START`; `mark` is None for one that is in both workflows."""

    source: str
    target: str
    edge: Edge
    mark: Mark | None


@dataclass(frozen=True)
class Union:
    """The nodes by id, outer before inner, and the links among them."""

    nodes: dict[str, Node]
    links: list[Link]

    def changed_part(self) -> Union:
        """The nodes that are marked or at a marked link, with their neighbours and the containers around."""
        marked = {id for id, node in self.nodes.items() if node.mark}
        marked |= {id for link in self.links if link.mark for id in (link.source, link.target)}
        kept = set(marked)
        for link in self.links:
            if marked & {link.source, link.target}:
                kept |= {link.source, link.target}
        for node in reversed(self.nodes.values()):
            if node.id in kept and node.parent:
                kept.add(node.parent)
        nodes = {id: node for id, node in self.nodes.items() if id in kept}
        known = {*nodes, START}
        return Union(nodes, [link for link in self.links if {link.source, link.target} <= known])


def union(comparison: Comparison) -> Union:
    """The union of both workflows of a comparison."""
    ids = _Ids(comparison)
    marks, became = marks_after(comparison), {new: old for old, new in comparison.matched.items()}
    nodes: dict[str, Node] = {}
    for path, state in comparison.new.states.items():
        former = comparison.old.states[became[path]].name if path in became else state.name
        parent = ids.new[state.scope.owner.path] if state.scope.owner else ""
        named = former if former != state.name else ""
        nodes[ids.new[path]] = Node(ids.new[path], state, comparison.new, parent, marks.get(path), named)
    for path, state in comparison.old.states.items():
        if path not in comparison.matched:
            parent = ids.old[state.scope.owner.path] if state.scope.owner else ""
            nodes[ids.old[path]] = Node(ids.old[path], state, comparison.old, parent, "removed")
    return Union(nodes, _links(comparison, ids))


class _Ids:
    """The ids of the nodes by the paths in each workflow."""

    def __init__(self, comparison: Comparison) -> None:
        self.new = {path: f"s{number}" for number, path in enumerate(comparison.new.states, 1)}
        self.old = {
            path: self.new[comparison.matched[path]] if path in comparison.matched else f"r{number}"
            for number, path in enumerate(comparison.old.states, 1)
        }


def _links(comparison: Comparison, ids: _Ids) -> list[Link]:
    """All edges of the new workflow, and those of the old one that it has no more."""
    before, after = _by_ends(comparison.old, ids.old), _by_ends(comparison.new, ids.new)
    found: list[Link] = []
    for (source, kind, target), edges in after.items():
        had = len(before.get((source, kind, target), ()))
        for number, edge in enumerate(edges):
            found.append(Link(source, target, edge, None if number < had else "added"))
    for (source, kind, target), edges in before.items():
        has = len(after.get((source, kind, target), ()))
        found += [Link(source, target, edge, "removed") for edge in edges[has:]]
    return found


def _by_ends(side: Side, ids: dict[Path, str]) -> dict[tuple[str, str, str], list[Edge]]:
    found: dict[tuple[str, str, str], list[Edge]] = defaultdict(list)
    for edge in side.graph.edges:
        if edge.target is None or (isinstance(edge.source, Scope) and edge.source.owner):
            continue
        source = START if isinstance(edge.source, Scope) else ids[edge.source.path]
        found[source, edge.kind, ids[edge.target.path]].append(edge)
    return found
