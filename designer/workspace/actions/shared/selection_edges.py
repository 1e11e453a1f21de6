"""The edges into and out of selected states, for the one state that takes their place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from designer.workspace.actions.shared.context import ActionRefused, Context
from designer.workspace.actions.shared.reconnect import is_inside
from schemas.asl.graph import Edge
from schemas.asl.walk import Scope, State
from schemas.core.coerce import mapping
from schemas.core.paths import Json

ANY_ERROR = ["States.ALL"]


@dataclass(frozen=True, slots=True)
class SelectionEdges:
    """The edges into selected states from outside (a start edge too), those out of them, and those within."""

    entering: tuple[Edge, ...]
    leaving: tuple[Edge, ...]
    within: tuple[Edge, ...]

    @classmethod
    def around(cls, context: Context, states: Sequence[State]) -> SelectionEdges:
        """The edges of these states.

        Raises `ActionRefused` where their edges lead out to several states, or out of a Choice: the one
        state that takes their place has one Next.
        """
        paths = {state.path for state in states}
        arriving = [edge for state in states for edge in context.graph.arriving(state.path)]
        out = [edge for state in states for edge in context.graph.leaving(state.path) if edge.target]
        leaving = [edge for edge in out if edge.target and edge.target.path not in paths]
        for edge in leaving:
            if edge.kind in ("choice", "default") and isinstance(edge.source, State):
                raise ActionRefused("action-rule-leads-out", state=edge.source.name)
        targets = {edge.name for edge in leaving if edge.kind == "next"}
        if len(targets) > 1:
            raise ActionRefused("action-several-ways-on", targets=", ".join(sorted(targets)))
        return cls(
            tuple(edge for edge in arriving if _is_outside(edge, states)),
            tuple(leaving),
            tuple(edge for edge in arriving if not _is_outside(edge, states)),
        )

    def start(self, group: Sequence[State]) -> str:
        """The name of the group's first state. Raises `ActionRefused` where edges enter it at several."""
        names = {state.name for state in group}
        targets = list(dict.fromkeys(edge.name for edge in self.entering if edge.name in names))
        if len(targets) > 1:
            raise ActionRefused("action-several-ways-in", states=", ".join(targets))
        within = {edge.name for edge in self.within}
        heads = [state.name for state in group if state.name not in within]
        return next(iter([*targets, *heads]), group[0].name)

    def outgoing_fields(self) -> dict[str, Json]:
        """The Catch, and the Next or End, of the state that takes their place; States.ALL is caught last."""
        catchers: list[Json] = []
        for edge in self.leaving:
            if edge.kind == "catch" and edge.fields not in catchers:
                catchers.append(edge.fields)
        catchers.sort(key=lambda catcher: mapping(catcher).get("ErrorEquals") == ANY_ERROR)
        target = next((edge.name for edge in self.leaving if edge.kind == "next"), None)
        caught: dict[str, Json] = {"Catch": catchers} if catchers else {}
        return {**caught, "Next": target} if target else {**caught, "End": True}


def states_of_one_scope(context: Context, uids: Iterable[str]) -> Sequence[State]:
    """The states with these uids in the order of the text, without those that are inside of another one.

    Raises `ActionRefused` where they are of several scopes, or none is left.
    """
    states = {context.state(uid).path for uid in uids}
    chosen = [
        state
        for state in context.graph.states
        if state.path in states and not is_inside(state.path[:-1], states)
    ]
    if not chosen:
        raise ActionRefused("action-gone")
    if len({state.scope.path for state in chosen}) > 1:
        raise ActionRefused("action-several-scopes")
    return chosen


def connected_groups(context: Context, states: Sequence[State]) -> list[list[State]]:
    """The groups of states that edges connect, each in the order of the states."""
    group_of = {state.path: {state.path} for state in states}
    for state in states:
        for edge in context.graph.leaving(state.path):
            if edge.target and edge.target.path in group_of:
                joined = group_of[state.path] | group_of[edge.target.path]
                group_of.update(dict.fromkeys(joined, joined))
    groups: dict[frozenset[object], list[State]] = {}
    for state in states:
        groups.setdefault(frozenset(group_of[state.path]), []).append(state)
    return list(groups.values())


def _is_outside(edge: Edge, states: Sequence[State]) -> bool:
    return isinstance(edge.source, Scope) or all(edge.source.path != state.path for state in states)
