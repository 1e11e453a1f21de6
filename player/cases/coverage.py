"""The part of a workflow that runs have covered: its states, transitions, catchers and rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from player.execution import Execution
from schemas.asl.graph import Edge, graph
from schemas.asl.walk import State
from schemas.core.paths import Json

KINDS = ("states", "transitions", "catches", "rules")
_KIND_OF_EDGE = {"next": "transitions", "catch": "catches", "choice": "rules", "default": "rules"}


@dataclass(frozen=True, slots=True)
class Covered:
    """The parts of one kind: how many there are, and the names of those that no run has come to."""

    count: int
    missing: tuple[str, ...]

    @property
    def share(self) -> float:
        """The share that is covered, from 0 to 1; 1 where there is nothing to cover."""
        return 1 - len(self.missing) / self.count if self.count else 1.0


def coverage(definition: Json, executions: Iterable[Execution]) -> Mapping[str, Covered]:
    """The coverage of a definition by executions of it, by the names in `KINDS`.

    A transition is named by its ends, "A > B"; a rule or a catcher with its index, "A[1] > B".
    """
    all_runs = list(executions)
    visited = {name for run in all_runs for name in run.visited}
    taken = {edge for run in all_runs for edge in run.taken}
    parts = graph(definition)
    found: dict[str, list[tuple[str, bool]]] = {kind: [] for kind in KINDS}
    found["states"] = [(state.name, state.name in visited) for state in parts.states]
    for edge in parts.edges:
        if isinstance(edge.source, State) and edge.target is not None:
            is_taken = (edge.source.name, edge.kind, edge.index) in taken
            found[_KIND_OF_EDGE[edge.kind]].append((_name(edge, edge.source), is_taken))
    return {
        kind: Covered(len(some), tuple(name for name, is_covered in some if not is_covered))
        for kind, some in found.items()
    }


def _name(edge: Edge, source: State) -> str:
    index = "" if edge.index is None else f"[{edge.index}]"
    return f"{source.name}{index} > {edge.name}"
