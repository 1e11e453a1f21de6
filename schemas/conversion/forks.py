"""Forks of a flow that rejoin, by dominance: the branches of Parallel states, and where they go on.

A branch of a Parallel has one entry and cannot lead out. So a branch has only what the fork dominates (no way
from the start passes it by) and what leads to the join. Ways out of a branch are the builder's to carry.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

MOST_DEPTH = 12
"""The depth of Parallel states in each other; forks inside of that are alternatives."""

_MOST_JOINS = 12
"""The number of cards that are tried as the join of a fork, the nearest first."""


@dataclass(frozen=True, slots=True)
class Branch:
    """A branch of a fork: its key, and the node where it begins; None for an empty one."""

    key: str
    entry: str | None


@dataclass(frozen=True, slots=True)
class Split:
    """A fork as a Parallel: its branches and the node behind it; None if the branches never rejoin."""

    branches: tuple[Branch, ...]
    join: str | None


@dataclass(frozen=True, slots=True)
class Structure:
    """The scope of each node, and the forks that are Parallel states. Any other fork has alternatives.

    The key of a scope is "" for the machine, else the uid of the fork, "/" and the key of the branch. `forks`
    has the targets of each fork, also of those inside a branch of several.
    """

    forks: dict[str, tuple[str, ...]] = field(default_factory=dict)
    scopes: dict[str, str] = field(default_factory=dict)
    splits: dict[str, Split] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Graph:
    """The nodes and forks of a flow with what they lead to; `failing` has the nodes that are failed ends.

    `forks` has the targets of each fork in the order of its branches, and `caught` what a node leads to by
    failures alone: such a way is none to a join.
    """

    caught: Mapping[str, Collection[str]]
    successors: Mapping[str, tuple[str, ...]]
    forks: Mapping[str, tuple[str, ...]]
    failing: Collection[str]
    start: str


def structured(graph: Graph, name: Callable[[str, str], str]) -> Structure:
    """Divide a flow into scopes. `name(fork, branch)` is the uid of the inner fork of a branch of several."""
    return _Structuring(graph, name).structure


def reached(
    starts: Iterable[str], successors: Mapping[str, Collection[str]], without: Collection[str] = ()
) -> dict[str, int]:
    """The nodes that can be reached, in the order of their distance, with it; `without` are not entered."""
    found = {start: 0 for start in starts if start not in without}
    waiting = deque(found)
    while waiting:
        node = waiting.popleft()
        for target in successors.get(node, ()):
            if target not in found and target not in without:
                found[target] = found[node] + 1
                waiting.append(target)
    return found


class _Structuring:
    """The work on one graph, scope by scope, outer ones first."""

    def __init__(self, graph: Graph, name: Callable[[str, str], str]) -> None:
        self.structure = Structure(dict(graph.forks))
        self._forks = self.structure.forks
        self._failing = graph.failing
        self._caught = graph.caught
        self._name = name
        nodes = set(reached([graph.start], graph.successors))
        waiting = [("", graph.start, {node: graph.successors.get(node, ()) for node in nodes}, 0)]
        while waiting:
            scope, entry, successors, depth = waiting.pop()
            waiting.extend(
                (inner, start, nodes, depth + 1)
                for inner, start, nodes in self._settle(scope, entry, successors, depth)
            )

    def _settle(
        self, scope: str, entry: str, successors: dict[str, tuple[str, ...]], depth: int
    ) -> Iterator[tuple[str, str, dict[str, tuple[str, ...]]]]:
        """Take the branches of the scope's outermost forks out of it; yield those as scopes of their own.

        `successors` has the nodes of the scope alone as keys.
        """
        for fork in [node for node in reached([entry], successors) if node in self._forks]:
            if fork not in successors:
                continue
            found = self._split(fork, entry, successors) if depth < MOST_DEPTH else None
            if found is None:
                continue
            split, regions = found
            self.structure.splits[fork] = split
            leads_to = dict.fromkeys(self._exits(regions, successors))
            for branch, region in zip(split.branches, regions, strict=True):
                if branch.entry is not None:
                    yield f"{fork}/{branch.key}", branch.entry, self._taken(branch, region, successors)
            if split.join is not None:
                leads_to.setdefault(split.join)
            successors[fork] = tuple(leads_to)
        for node in successors:
            self.structure.scopes[node] = scope

    def _split(
        self, fork: str, entry: str, successors: Mapping[str, tuple[str, ...]]
    ) -> tuple[Split, list[set[str]]] | None:
        """The fork as a Parallel with the nodes of each branch; None if its branches cannot be told apart."""
        targets = self._forks[fork]
        past = reached([entry], successors, without=(fork,))
        led_to = reached(targets, successors, without=(fork,))
        dominated = {node for node in led_to if node in successors and node not in past}
        if sum(target not in dominated for target in targets) > 1:
            return None
        among = {node: tuple(one for one in successors[node] if one in dominated) for node in dominated}
        for join in self._joins(targets, successors, fork):
            if any(target != join and target not in dominated for target in targets):
                continue
            before = among if join is None else _before(join, successors, among)
            regions = [self._region(target, join, before, successors) for target in targets]
            groups = _groups(targets, regions)
            if len(groups) > 1 and not _is_entered([region for _, region in groups], fork, successors):
                return self._as_split(fork, join, groups)
        return None

    def _joins(
        self, targets: tuple[str, ...], successors: Mapping[str, tuple[str, ...]], fork: str
    ) -> Iterator[str | None]:
        """The nodes that all branches lead to, the nearest first; then none."""
        going_on = {
            node: [target for target in targets if target not in self._caught.get(node, ())]
            for node, targets in successors.items()
        }
        distances = [reached([target], going_on, without=(fork,)) for target in targets]
        shared = set(distances[0]).intersection(*distances[1:])
        nearest = sorted(shared, key=lambda node: (max(each[node] for each in distances), node))
        yield from nearest[:_MOST_JOINS]
        yield None

    def _region(
        self,
        target: str,
        join: str | None,
        before: Mapping[str, tuple[str, ...]],
        successors: Mapping[str, tuple[str, ...]],
    ) -> set[str]:
        """The nodes of the branch that begins with `target`; `before` has those that may be in a branch."""
        if target == join:
            return set()
        region = set(reached([target], before, without=() if join is None else (join,)))
        return region if join is None else region | self._failing_ends(region, successors)

    def _failing_ends(self, region: set[str], successors: Mapping[str, tuple[str, ...]]) -> set[str]:
        """The failed ends that only this branch leads to: they fail the Parallel, and so the execution."""
        led_to = {one for node in region for one in successors[node]}
        ends = {one for one in led_to if one in self._failing and one in successors} - region
        if not ends:
            return ends
        return ends - {one for node in successors if node not in region for one in successors[node]}

    def _as_split(
        self, fork: str, join: str | None, groups: list[tuple[list[str], set[str]]]
    ) -> tuple[Split, list[set[str]]]:
        branches: list[Branch] = []
        for number, (targets, region) in enumerate(groups):
            key = str(number)
            if len(targets) == 1:
                branches.append(Branch(key, targets[0] if region else None))
                continue
            inner = self._name(fork, key)
            self._forks[inner] = tuple(targets)
            region.add(inner)
            branches.append(Branch(key, inner))
        return Split(tuple(branches), join), [region for _, region in groups]

    def _taken(
        self, branch: Branch, region: set[str], successors: dict[str, tuple[str, ...]]
    ) -> dict[str, tuple[str, ...]]:
        """The nodes of a branch with their successors, taken out of its scope."""
        return {
            node: self._forks[node]
            if node == branch.entry and node not in successors
            else successors.pop(node)
            for node in sorted(region)
        }

    def _exits(self, regions: list[set[str]], successors: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
        for region in regions:
            for node in sorted(region):
                leads_to = successors[node] if node in successors else self._forks[node]
                yield from (target for target in leads_to if target not in region)


def _before(
    join: str, successors: Mapping[str, tuple[str, ...]], among: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    """The nodes of `among` from which `join` can be reached through others of them, with their successors."""
    sources: dict[str, list[str]] = {}
    for node in among:
        for target in successors[node]:
            if target in among or target == join:
                sources.setdefault(target, []).append(node)
    found = reached([join], sources)
    return {node: tuple(one for one in among[node] if one in found) for node in found if node in among}


def _is_entered(regions: list[set[str]], fork: str, successors: Mapping[str, tuple[str, ...]]) -> bool:
    """True if something other than the fork leads into a branch, as a loop that begins behind the join."""
    return any(
        target in region
        for region in regions
        for node, targets in successors.items()
        if node != fork and node not in region
        for target in targets
    )


def _groups(targets: tuple[str, ...], regions: list[set[str]]) -> list[tuple[list[str], set[str]]]:
    """The targets whose regions have nodes in common, with the nodes of all of them."""
    groups: list[tuple[list[str], set[str]]] = []
    for target, region in zip(targets, regions, strict=True):
        met = [group for group in groups if not region.isdisjoint(group[1])]
        joined: tuple[list[str], set[str]] = ([target], set(region))
        for group in reversed(met):
            joined = ([*group[0], *joined[0]], group[1] | joined[1])
        at = groups.index(met[0]) if met else len(groups)
        groups = [group for group in groups if group not in met]
        groups.insert(at, joined)
    return groups
