"""One of two workflows that are compared: its states, how they are connected, and their contents."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from functools import cached_property

from schemas.asl.graph import Edge, Graph, graph
from schemas.asl.walk import Scope, State
from schemas.comparison.content import Fingerprint, fingerprint, own_fields, without_states
from schemas.core.coerce import mapping
from schemas.core.paths import Json, Path
from schemas.sidecar.identity import Identity, identify
from schemas.sidecar.workflow import Workflow

MOST_ROUNDS = 24
_FLOW = ("Next", "End")

Neighbour = tuple[str, Path]


class Side:
    """A workflow with what a comparison asks of it; paths lead to states, and `()` to the machine."""

    def __init__(self, workflow: Workflow) -> None:
        self.workflow = workflow
        self.graph: Graph = graph(workflow.document.value)
        self.identity: Identity = identify(workflow.document.value, workflow.design)
        self.states: dict[Path, State] = {state.path: state for state in self.graph.states}
        self.inner: dict[Path, list[Scope]] = defaultdict(list)
        for scope in self.graph.scopes:
            if scope.owner:
                self.inner[scope.owner.path].append(scope)

    def fields(self, path: Path, name: Callable[[Edge], str]) -> dict[str, Json]:
        """The content of the state or machine at `path`, with `name(edge)` for the target of each edge."""
        state = self.states.get(path)
        if state is None:
            machine = self.graph.scopes[0] if self.graph.scopes else None
            kept = without_states(machine) if machine else {"": self.workflow.document.value}
            return own_fields(kept, path, (), self.edges(path), name)
        if not state.is_object:
            return {"": state.scope.states[state.name]}
        return own_fields(state.fields, path, self.inner.get(path, ()), self.edges(path), name)

    def edges(self, path: Path) -> list[Edge]:
        """The edges whose names stand in the fields at `path`, with the starts of the scopes in it."""
        found = list(self.graph.leaving(path))
        for scope in self.inner.get(path, ()):
            found.extend(self.graph.leaving(scope.path))
        return found

    def entry(self, path: Path) -> dict[str, Json]:
        """The sidecar's entry of the state at `path`; empty where it has none."""
        return mapping(mapping(self.workflow.design.fields.get("states")).get(self.identity.uids[path]))

    @cached_property
    def fingerprints(self) -> dict[Path, Fingerprint]:
        """The contents of the states, apart from their names and from what follows them."""
        return {path: fingerprint(self._content(path)) for path in self.states}

    def says_something(self, path: Path) -> bool:
        """True if the content has more than a type, so that it tells states apart."""
        return any(at[0] != "Type" for at, _ in self.fingerprints[path] if at)

    @cached_property
    def neighbours(self) -> dict[Path, list[Neighbour]]:
        """The states around each state, with the kind of the connection."""
        found: dict[Path, list[Neighbour]] = {path: [] for path in self.states}
        for path, state in self.states.items():
            if owner := state.scope.owner:
                found[path].append(("inside", owner.path))
                found[owner.path].append(("holds", path))
        for edge in self.graph.edges:
            if edge.target is None:
                continue
            target = edge.target.path
            if isinstance(edge.source, Scope):
                found[target].append(("first", edge.source.owner.path if edge.source.owner else ()))
                continue
            found[edge.source.path].append((f"to {edge.kind}", target))
            found[target].append((f"from {edge.kind}", edge.source.path))
        return found

    @cached_property
    def reached(self) -> dict[Neighbour, list[Path]]:
        """The states that have a neighbour of that kind."""
        found: dict[Neighbour, list[Path]] = defaultdict(list)
        for path, around in self.neighbours.items():
            for neighbour in around:
                found[neighbour].append(path)
        return found

    def colours(self) -> Iterator[dict[Path, int]]:
        """Yield a number for each state: of its content, then of its surroundings, further at each round.

        Ends where another round would tell no more states apart.
        """
        found = {path: hash(content) for path, content in self.fingerprints.items()}
        yield found
        for number in range(MOST_ROUNDS):
            more = {path: hash((colour, self._around(path, found))) for path, colour in found.items()}
            if number and len(set(more.values())) == len(set(found.values())):
                break
            found = more
            yield found

    def _around(self, path: Path, colours: dict[Path, int]) -> frozenset[tuple[tuple[str, int], int]]:
        around = ((kind, colours.get(other, 0)) for kind, other in self.neighbours[path])
        return frozenset(Counter(around).items())

    def _content(self, path: Path) -> Json:
        fields = self.fields(path, lambda edge: "")
        return {key: value for key, value in fields.items() if key not in _FLOW}
