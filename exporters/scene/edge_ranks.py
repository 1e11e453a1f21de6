"""The order of a scope's boxes, and the edges that decide it: forward, not redundant, not too long."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

IndexPair = tuple[int, int]


def topological_order(count: int, edges: Iterable[IndexPair], start: int | None) -> list[int]:
    """Return the boxes 0 to `count` - 1 in an order in which only the edges that close a cycle lead back.

    A cycle is entered from `start`; of the edges that leave a box, those given first are followed first.
    """
    targets = _targets(count, edges)
    visited: set[int] = set()
    finished: list[int] = []
    for root in [*([] if start is None else [start]), *range(count)]:
        if root not in visited:
            visited.add(root)
            finished += _finished(root, targets, visited)
    return finished[::-1]


def forward_edges(order: Sequence[int], edges: Iterable[IndexPair]) -> list[IndexPair]:
    """Return the edges that lead to a later box in `order`, each once."""
    place = {box: index for index, box in enumerate(order)}
    return [edge for edge in dict.fromkeys(edges) if place[edge[0]] < place[edge[1]]]


def transitive_reduction(order: Sequence[int], edges: Iterable[IndexPair]) -> list[IndexPair]:
    """Return the forward edges without those that a path of other edges makes redundant."""
    place = {box: index for index, box in enumerate(order)}
    targets = _targets(len(order), edges)
    reached = [0] * len(order)
    kept: list[IndexPair] = []
    for box in reversed(order):
        for target in sorted(targets[box], key=place.__getitem__):
            if not reached[box] >> target & 1:
                reached[box] |= reached[target] | 1 << target
                kept.append((box, target))
    return kept


def without_long_edges(order: Sequence[int], edges: Sequence[IndexPair], most: int) -> list[IndexPair]:
    """Return the forward edges without the longest, so that the others together pass at most `most` levels.

    Edges between neighbouring levels are all kept, so every target stays below one of its sources.
    """
    targets, level = _targets(len(order), edges), [0] * len(order)
    for box in order:
        for target in targets[box]:
            level[target] = max(level[target], level[box] + 1)
    passed, kept = 0, []
    for source, target in sorted(edges, key=lambda edge: level[edge[1]] - level[edge[0]]):
        passed += level[target] - level[source] - 1
        if passed > most:
            break
        kept.append((source, target))
    return kept


def longest_path(order: Sequence[int], edges: Iterable[IndexPair], start: int) -> list[int]:
    """Return the longest path of forward edges from `start`; of several, the one given first."""
    targets = _targets(len(order), edges)
    length = [1] * len(order)
    following: dict[int, int] = {}
    for box in reversed(order):
        for target in targets[box]:
            if length[target] + 1 > length[box]:
                length[box] = length[target] + 1
                following[box] = target
    return list(_steps(start, following))


def _targets(count: int, edges: Iterable[IndexPair]) -> list[list[int]]:
    targets: list[list[int]] = [[] for _ in range(count)]
    for source, target in edges:
        targets[source].append(target)
    return targets


def _finished(root: int, targets: list[list[int]], visited: set[int]) -> Iterator[int]:
    """The boxes reached from `root` and not visited before, each after the boxes that it leads to."""
    trail = [(root, iter(targets[root]))]
    while trail:
        box, ahead = trail[-1]
        step = next((step for step in ahead if step not in visited), None)
        if step is None:
            trail.pop()
            yield box
        else:
            visited.add(step)
            trail.append((step, iter(targets[step])))


def _steps(start: int, following: dict[int, int]) -> Iterator[int]:
    box: int | None = start
    while box is not None:
        yield box
        box = following.get(box)
