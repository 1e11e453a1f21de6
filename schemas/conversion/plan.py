"""The plan of a workflow: the parts that each card becomes, the scopes they are in, and what leads where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from schemas.conversion.flow import Flow, Node, TableCall, Way
from schemas.conversion.forks import Graph, Structure, structured
from schemas.conversion.uids import derived

PartKind = Literal["call", "task", "wait", "pass", "choice", "end"]


@dataclass(frozen=True, slots=True)
class Part:
    """One state of a card; a "call" has the call of a table, a "task" is undecided or calls a function."""

    uid: str
    kind: PartKind
    call: TableCall | None = None


class Plan:
    """The parts of the nodes of a flow, its forks, and the scopes of both.

    `taken` are the uids of all cards.
    """

    def __init__(self, flow: Flow, taken: set[str]) -> None:
        self.flow, self.taken = flow, taken
        self.parts = {uid: tuple(self._parts(node)) for uid, node in flow.nodes.items()}
        self.forks: dict[str, tuple[Node, Way]] = {
            self.target(node, way): (node, way)
            for node in flow.nodes.values()
            for way in node.ways
            if len(way.targets) > 1
        }

    @cached_property
    def structure(self) -> Structure:
        """The scopes of nodes and forks, and the forks that are Parallel states."""
        successors = {
            uid: tuple(dict.fromkeys(self.target(node, way) for way in node.ways))
            for uid, node in self.flow.nodes.items()
        }
        forks = {fork: way.targets for fork, (_, way) in self.forks.items()}
        failing = {uid for uid, node in self.flow.nodes.items() if is_failed_end(node)}
        caught = {uid: self._caught(node) for uid, node in self.flow.nodes.items()}
        graph = Graph(caught, {**successors, **forks}, forks, failing, self.flow.start)
        return structured(graph, lambda fork, branch: derived(fork, branch, self.taken))

    def _caught(self, node: Node) -> frozenset[str]:
        """The targets of the failures of a node that nothing else of it leads to."""
        failures = {self.target(node, way) for way in node.ways if way.kind == "failure"}
        return frozenset(failures - {self.target(node, way) for way in node.ways if way.kind != "failure"})

    def target(self, node: Node, way: Way) -> str:
        """The uid of what a way leads to: a node, or the fork of several."""
        if len(way.targets) == 1:
            return way.targets[0]
        suffix = "all" if way.kind == "next" else f"all-{way.key}"
        return derived(node.uid, suffix, self.taken)

    def scope(self, uid: str) -> str | None:
        """The key of the scope of a node or fork; None for one that nothing leads to."""
        return self.structure.scopes.get(uid)

    def entry(self, uid: str) -> str:
        """The uid of the state, node or fork where a node begins: past a start that has no state."""
        while uid in self.flow.nodes and not self.parts[uid]:
            node = self.flow.nodes[uid]
            if not node.ways:
                return ""
            uid = self.target(node, node.ways[0])
        parts = self.parts.get(uid)
        return parts[0].uid if parts else uid

    def _parts(self, node: Node) -> Iterator[Part]:
        calls = [Part(self._call_uid(node, call), "call", call) for call in node.calls]
        if node.role == "step":
            yield from self._of_step(node, calls)
            return
        yield from calls
        if node.role == "decision":
            yield Part(node.uid, "choice")
            return
        if node.role in ("person", "screen"):
            yield Part(node.uid, "wait")
        if node.role in ("end", "passing"):
            yield Part(node.uid, "end" if node.role == "end" else "pass")
        if has_rules(node):
            yield Part(derived(node.uid, "choice", self.taken), "choice")

    def _of_step(self, node: Node, calls: list[Part]) -> Iterator[Part]:
        """The calls of a step; its own state is the last one, or the call of its system or function."""
        if node.partners or node.function or not calls:
            yield from (part for part in calls if _reads(part))
            yield Part(node.uid, "task")
            yield from (part for part in calls if not _reads(part))
        else:
            yield from calls[:-1]
            yield Part(node.uid, "call", calls[-1].call)
        if has_rules(node):
            yield Part(derived(node.uid, "choice", self.taken), "choice")

    def _call_uid(self, node: Node, call: TableCall) -> str:
        return derived(node.uid, call.arrow, self.taken)


def has_rules(node: Node) -> bool:
    """True if the ways of a node are chosen by rules."""
    return any(way.kind in ("rule", "default") for way in node.ways)


def is_failed_end(node: Node) -> bool:
    """True for a failed end of the execution."""
    return node.role == "end" and node.card.kind == "failed"


def _reads(part: Part) -> bool:
    return part.call is not None and part.call.call in ("getItem", "query")
