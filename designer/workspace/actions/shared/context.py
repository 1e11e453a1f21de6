"""A workflow as actions look at it: what the ids of an intent stand for."""

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

Thing = TypeVar("Thing")


class ActionRefused(EditRefused):
    """An intent that makes no sense on the workflow as it stands. Its code is one of `schemas/messages/`."""


class Context:
    """A workflow that can be read, and lookups in it. Raises `ActionRefused` where it cannot."""

    def __init__(self, workflow: Workflow) -> None:
        if not isinstance(workflow.document.value, dict):
            raise ActionRefused("action-broken-text")
        self.workflow = workflow
        self.definition = workflow.document.value

    @cached_property
    def graph(self) -> Graph:
        """States, scopes and arrows."""
        return graph(self.definition)

    @cached_property
    def names(self) -> Counter[str]:
        """How many states bear each name."""
        return Counter(state.name for state in self.graph.states)

    @cached_property
    def identity(self) -> Identity:
        """Which uid means which state."""
        return identify(self.definition, self.workflow.design)

    @cached_property
    def beside(self) -> dict[str, Mapping[str, Note | Lane]]:
        """The notes and lanes beside the states, by their section of the sidecar and by uid."""
        found = read_annotations(self.workflow.design)
        return {"notes": found.notes, "lanes": found.lanes}

    @cached_property
    def scene(self) -> Scene:
        """Where everything stands."""
        return draw(self.workflow)

    @cached_property
    def edges(self) -> dict[str, Edge]:
        """The arrows by their ids."""
        return {self.identity.edge_id(edge): edge for edge in self.graph.edges}

    def state(self, uid: str) -> State:
        """The state with that uid. Raises `ActionRefused` where there is none."""
        return _known(self.identity.states, uid)

    def scope(self, id: str) -> Scope:
        """The scope with that id. Raises `ActionRefused` where there is none."""
        return _known(self.identity.scopes, id)

    def branch(self, id: str) -> Scope:
        """The Parallel's branch with that id. Raises `ActionRefused` where there is none."""
        scope = self.scope(id)
        if scope.owner is None or scope.owner.type != "Parallel":
            raise ActionRefused("action-gone")
        return scope

    def edge(self, id: str) -> Edge:
        """The arrow with that id. Raises `ActionRefused` where there is none."""
        return _known(self.edges, id)

    def scope_id(self, state: State) -> str:
        """The id of the scope that the state stands in."""
        return self.identity.scope_ids[state.scope.path]


def _known(things: dict[str, Thing], id: str) -> Thing:
    if id not in things:
        raise ActionRefused("action-gone")
    return things[id]
