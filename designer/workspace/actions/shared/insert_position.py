"""Where a state that comes into a scope goes, and the edits that lead to it there."""

from __future__ import annotations

from dataclasses import dataclass

from designer.workspace.actions.shared.arrows import lead, start
from designer.workspace.actions.shared.context import Context
from schemas.asl.graph import Edge
from schemas.asl.states import transition_kinds
from schemas.asl.states.map import processor
from schemas.asl.walk import Scope, State
from schemas.core.edits import Edit, Set
from schemas.core.paths import Json


@dataclass(frozen=True, slots=True)
class InsertPosition:
    """Behind a state, into an arrow that leads on, at the end of a new arrow of the kind `way`, or alone; the
    first of a scope is its start."""

    scope: Scope
    behind: State | None = None
    arrow: Edge | None = None
    way: str | None = None

    @property
    def onward(self) -> str | None:
        """The state that the arrow led to until now."""
        return self.arrow.name if self.arrow and self.arrow.target else None

    @property
    def is_between(self) -> bool:
        """Whether others are to make room."""
        return self.way is None and (self.behind is not None or self.arrow is not None)


def into(context: Context, edge: str) -> InsertPosition:
    """The seat in the arrow `edge`."""
    arrow = context.edge(edge)
    if isinstance(arrow.source, Scope):
        return InsertPosition(arrow.source, arrow=arrow)
    return InsertPosition(arrow.source.scope, arrow.source, arrow)


def after(context: Context, uid: str) -> InsertPosition:
    """The seat behind a state, whose way on is taken over."""
    state = context.state(uid)
    way = next(iter(transition_kinds(state.type)), None)
    leaving = (edge for edge in context.graph.leaving(state.path) if edge.kind == way)
    return InsertPosition(state.scope, state, next(leaving, None))


def alone(context: Context, id: str) -> InsertPosition:
    """The seat in the scope `id`; of a Map that has no processor yet, in the one it is going to get."""
    state = context.identity.states.get(id)
    if state is None or state.type != "Map" or id in context.identity.scopes:
        return InsertPosition(context.scope(id))
    return InsertPosition(Scope((*state.path, "ItemProcessor"), {}, state.scope.language, state))


def room_in(scope: Scope) -> list[Edit]:
    """Give the scope an object to put states into where it has none."""
    if isinstance(scope.fields.get("States"), dict):
        return []
    if scope.owner and scope.owner.type == "Map" and not scope.fields:
        return [Set(scope.path, processor())]
    return [Set((*scope.path, "States"), {})]


def way_in(seat: InsertPosition, name: str) -> list[Edit]:
    """Lead to the state `name`, which takes the seat. Raises `ActionRefused`."""
    if seat.way == "start":
        return start(seat.scope, name)
    if seat.way and seat.behind:
        return lead(seat.behind, seat.way, name)
    if seat.arrow:
        return [Set(seat.arrow.path, name)]
    if seat.behind:
        ways = transition_kinds(seat.behind.type)
        return lead(seat.behind, ways[0], name) if ways else []
    return [] if seat.scope.states else start(seat.scope, name)


def going_on(fields: dict[str, Json], target: str | None) -> dict[str, Json]:
    """The fields of a state that leads on to `target`, where there is one."""
    ways = transition_kinds(str(fields["Type"]))
    if target is None or not ways:
        return fields
    if ways[0] == "default":
        return {**fields, "Default": target}
    return {
        "Next" if key == "End" else key: target if key == "End" else value for key, value in fields.items()
    }
