"""The position in the flow at which a state is inserted, and the edits that connect it there."""

from __future__ import annotations

from dataclasses import dataclass, replace

from designer.protocol.canvas import EdgeKind
from designer.workspace.actions.shared.context import Context
from designer.workspace.actions.shared.edges import add_edge, set_start
from schemas.asl.graph import Edge
from schemas.asl.states import transition_kinds
from schemas.asl.states.map import processor
from schemas.asl.walk import Scope, State
from schemas.core.edits import Edit, Set
from schemas.core.paths import Json


@dataclass(frozen=True, slots=True)
class InsertPosition:
    """A position in `scope`: behind the state `predecessor`, in the edge `edge`, at the end of a new edge of
    the kind `edge_kind`, or unconnected. The first state of a scope is its start."""

    scope: Scope
    predecessor: State | None = None
    edge: Edge | None = None
    edge_kind: EdgeKind | None = None

    @property
    def successor(self) -> str | None:
        """The name of the state that the edge leads to until now."""
        return self.edge.name if self.edge and self.edge.target else None

    @property
    def is_between(self) -> bool:
        """True if it is between states, which are to make room."""
        return self.edge_kind is None and self.is_connected

    @property
    def is_connected(self) -> bool:
        """True if an edge leads to it."""
        return any((self.predecessor, self.edge, self.edge_kind))


def insert_position(
    context: Context, edge: str | None, after: str | None, scope: str, way: EdgeKind | None = None
) -> InsertPosition:
    """The position in the edge, else behind the state `after`, else unconnected in the scope, by their ids.

    `way` is the kind of a new edge that leads there from `after`, or as the start of the scope.
    Raises `ActionRefused` for an unknown id.
    """
    if way and after:
        state = context.state(after)
        return InsertPosition(state.scope, state, edge_kind=way)
    if edge:
        return _in_edge(context, edge)
    return _behind(context, after) if after else replace(_in_scope(context, scope), edge_kind=way)


def ensure_states(scope: Scope) -> list[Edit]:
    """Give the scope a States object if it has none."""
    if isinstance(scope.fields.get("States"), dict):
        return []
    if scope.owner and scope.owner.type == "Map" and not scope.fields:
        return [Set(scope.path, processor())]
    return [Set((*scope.path, "States"), {})]


def connect_to(at: InsertPosition, name: str) -> list[Edit]:
    """Connect the state `name` at the position. Raises `ActionRefused` where the edge does not fit."""
    if at.edge_kind == "start":
        return set_start(at.scope, name)
    if at.edge_kind and at.predecessor:
        return add_edge(at.predecessor, at.edge_kind, name)
    if at.edge:
        return [Set(at.edge.path, name)]
    if at.predecessor:
        kinds = transition_kinds(at.predecessor.type)
        return add_edge(at.predecessor, kinds[0], name) if kinds else []
    return [] if at.scope.states else set_start(at.scope, name)


def with_successor(fields: dict[str, Json], target: str | None) -> dict[str, Json]:
    """The fields of a state once its Next (a Choice's Default) is `target`; unchanged where that is None."""
    kinds = transition_kinds(str(fields.get("Type")))
    if target is None or not kinds:
        return fields
    if kinds[0] == "default":
        return {**fields, "Default": target}
    if "Next" in fields or "End" not in fields:
        return {**{key: value for key, value in fields.items() if key != "End"}, "Next": target}
    return {
        "Next" if key == "End" else key: target if key == "End" else value for key, value in fields.items()
    }


def _in_edge(context: Context, id: str) -> InsertPosition:
    """The position in the edge `id`."""
    edge = context.edge(id)
    if isinstance(edge.source, Scope):
        return InsertPosition(edge.source, edge=edge)
    return InsertPosition(edge.source.scope, edge.source, edge)


def _behind(context: Context, uid: str) -> InsertPosition:
    """The position behind a state, in its Next if it has one; of a Choice, at the end of one more rule."""
    state = context.state(uid)
    if state.type == "Choice":
        return InsertPosition(state.scope, state, edge_kind="choice")
    kind = next(iter(transition_kinds(state.type)), None)
    leaving = (edge for edge in context.graph.leaving(state.path) if edge.kind == kind)
    return InsertPosition(state.scope, state, next(leaving, None))


def _in_scope(context: Context, id: str) -> InsertPosition:
    """An unconnected position in the scope `id`; a Map without a processor is going to get one."""
    state = context.identity.states.get(id)
    if state is None or state.type != "Map" or id in context.identity.scopes:
        return InsertPosition(context.scope(id))
    return InsertPosition(Scope((*state.path, "ItemProcessor"), {}, state.scope.language, state))
