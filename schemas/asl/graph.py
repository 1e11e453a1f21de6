"""States, containers and arrows of a definition, read from its plain value, finished or not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from schemas.asl.state_cache import cached_on_state
from schemas.asl.states import kinds, transition_kinds
from schemas.asl.walk import Scope, State, scopes, states_of, transitions
from schemas.core.paths import Json, Path

EdgeKind = Literal["start", "next", "choice", "default", "catch"]


@dataclass(frozen=True, slots=True)
class Edge:
    """An arrow from a state (a scope, where `kind` is "start") to the state `name` of the same scope.

    `path` leads to the field that names the target; `target` is None where no such state is there;
    `fields` is the Choice rule or the catcher that the arrow belongs to, `index` that one's place.
    """

    kind: EdgeKind
    source: State | Scope
    index: int | None
    path: Path
    name: str
    target: State | None
    fields: dict[str, Json]


@dataclass(frozen=True)
class Graph:
    """What a definition draws. Scopes, states and edges are in the order of the text, outer before inner."""

    scopes: tuple[Scope, ...]
    states: tuple[State, ...]
    edges: tuple[Edge, ...]

    def leaving(self, path: Path) -> list[Edge]:
        """The arrows out of the state (or scope) at `path`."""
        return self._leaving.get(path, [])

    def arriving(self, path: Path) -> list[Edge]:
        """The arrows to the state at `path`."""
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
    """The graph of a definition; what cannot be understood is left out."""
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
    """Whether its scope may end with the state."""
    kind = kinds().get(state.type)
    return state.fields.get("End") is True or (kind is not None and kind.always_ends)


def _edges(scope: Scope, states: dict[str, State]) -> Iterator[Edge]:
    start = scope.fields.get("StartAt")
    if isinstance(start, str):
        yield Edge("start", scope, None, (*scope.path, "StartAt"), start, states.get(start), {})
    for state in states.values():
        for way in transitions(state, transition_kinds(state.type)):
            target = states.get(way.target)
            yield Edge(way.kind, state, way.index, way.path, way.target, target, way.fields)
