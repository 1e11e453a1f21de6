"""The graph of a definition: its scopes, states and edges. Incomplete definitions have one, too."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from schemas.asl.state_cache import cached_on_state
from schemas.asl.states import kinds, transition_kinds
from schemas.asl.walk import Scope, State, scopes, states_of, targets, transitions
from schemas.core.paths import Json, Path
from schemas.core.placeholder import is_placeholder

EdgeKind = Literal["start", "next", "choice", "default", "catch"]


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge from a state (or a scope, if `kind` is "start") to the state `name` of the same scope.

    `path` leads to the target's name, and `field` to the field that holds it; `target` is None if there is no
    such state. For a choice rule or a catcher, `fields` are its fields and `index` is its index in the list.
    """

    kind: EdgeKind
    source: State | Scope
    index: int | None
    path: Path
    name: str
    target: State | None
    fields: dict[str, Json]
    field: Path


@dataclass(frozen=True)
class Graph:
    """Scopes, states and edges in the order of the text, outer before inner."""

    scopes: tuple[Scope, ...]
    states: tuple[State, ...]
    edges: tuple[Edge, ...]

    def leaving(self, path: Path) -> list[Edge]:
        """The edges from the state (or scope) at `path`."""
        return self._leaving.get(path, [])

    def arriving(self, path: Path) -> list[Edge]:
        """The edges to the state at `path`."""
        return self._arriving.get(path, [])

    @cached_property
    def _leaving(self) -> dict[Path, list[Edge]]:
        found: dict[Path, list[Edge]] = defaultdict(list)
        for edge in self.edges:
            found[edge.source.path].append(edge)
        return dict(found)

    @cached_property
    def _arriving(self) -> dict[Path, list[Edge]]:
        found: dict[Path, list[Edge]] = defaultdict(list)
        for edge in self.edges:
            if edge.target:
                found[edge.target.path].append(edge)
        return dict(found)


def graph(definition: Json) -> Graph:
    """The graph of a definition; values of an unexpected type are left out."""
    all_scopes = tuple(scopes(definition))
    states = {scope.path: {state.name: state for state in states_of(scope)} for scope in all_scopes}
    edges = (edge for scope in all_scopes for edge in _edges(scope, states[scope.path]))
    return Graph(
        all_scopes,
        tuple(state for scope in all_scopes for state in states[scope.path].values()),
        tuple(edges),
    )


@cached_on_state
def ends(state: State) -> bool:
    """True if a run of the scope may end with the state: it has `End: true`, or is a Succeed or Fail.

    An End that is a placeholder may be true.
    """
    kind = kinds().get(state.type)
    end = state.fields.get("End")
    return end is True or is_placeholder(end) or (kind is not None and kind.always_ends)


def _edges(scope: Scope, states: dict[str, State]) -> Iterator[Edge]:
    field = (*scope.path, "StartAt")
    for path, start in targets(scope.fields.get("StartAt"), field):
        yield Edge("start", scope, None, path, start, states.get(start), {}, field)
    for state in states.values():
        for step in transitions(state, transition_kinds(state.type)):
            target = states.get(step.target)
            yield Edge(step.kind, state, step.index, step.path, step.target, target, step.fields, step.field)
