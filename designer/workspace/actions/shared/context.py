"""A workflow as actions read it: looks up the states, scopes and edges that an intent names by id."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from typing import TypeVar

from exporters.scene import Scene, draw
from schemas.asl.graph import Edge, Graph, graph
from schemas.asl.walk import Scope, State
from schemas.core.edits import EditRefused
from schemas.sidecar.annotations import Lane, Note, read_annotations
from schemas.sidecar.identity import Identity, identify
from schemas.sidecar.workflow import Workflow

Item = TypeVar("Item")


class ActionRefused(EditRefused):
    """An intent that does not fit the workflow as it stands. Its code is one of `schemas/core/messages/`."""


class Context:
    """A workflow that can be read, and lookups in it. Raises `ActionRefused` where it cannot."""

    def __init__(self, workflow: Workflow) -> None:
        if not isinstance(workflow.document.value, dict):
            raise ActionRefused("action-broken-text")
        self.workflow = workflow
        self.definition = workflow.document.value

    @cached_property
    def graph(self) -> Graph:
        """The states, scopes and edges of the definition."""
        return graph(self.definition)

    @cached_property
    def names(self) -> Counter[str]:
        """The number of states by their name."""
        return Counter(state.name for state in self.graph.states)

    @cached_property
    def identity(self) -> Identity:
        """The states by their uids, and the uids by the states' paths."""
        return identify(self.definition, self.workflow.design)

    @cached_property
    def annotations(self) -> dict[str, Mapping[str, Note | Lane]]:
        """The notes and lanes by their section of the sidecar, then by uid."""
        found = read_annotations(self.workflow.design)
        return {"notes": found.notes, "lanes": found.lanes}

    @cached_property
    def scene(self) -> Scene:
        """The boxes and edges as they are laid out."""
        return draw(self.workflow)

    @cached_property
    def edges(self) -> dict[str, Edge]:
        """The edges by their ids."""
        return {self.identity.edge_id(edge): edge for edge in self.graph.edges}

    def state(self, uid: str) -> State:
        """The state with that uid. Raises `ActionRefused` where there is none."""
        return _lookup(self.identity.states, uid)

    def scope(self, id: str) -> Scope:
        """The scope with that id. Raises `ActionRefused` where there is none."""
        return _lookup(self.identity.scopes, id)

    def branch(self, id: str) -> Scope:
        """The Parallel's branch with that id. Raises `ActionRefused` where there is none."""
        scope = self.scope(id)
        if scope.owner is None or scope.owner.type != "Parallel":
            raise ActionRefused("action-gone")
        return scope

    def edge(self, id: str) -> Edge:
        """The edge with that id. Raises `ActionRefused` where there is none."""
        return _lookup(self.edges, id)

    def scope_id(self, state: State) -> str:
        """The id of the scope around the state."""
        return self.identity.scope_ids[state.scope.path]


def _lookup(items: dict[str, Item], id: str) -> Item:
    if id not in items:
        raise ActionRefused("action-gone")
    return items[id]
