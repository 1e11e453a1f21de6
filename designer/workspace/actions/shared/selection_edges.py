"""What leads into some states of a scope and out of them, once one state takes their place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from designer.workspace.actions.shared.context import ActionRefused, Context
from schemas.asl.graph import Edge
from schemas.asl.walk import Scope, State
from schemas.core.coerce import mapping
from schemas.core.paths import Json

ANY_ERROR = ["States.ALL"]


@dataclass(frozen=True, slots=True)
class Boundary:
    """The arrows into some states from outside, the start's included, and those out of them."""

    entering: tuple[Edge, ...]
    leaving: tuple[Edge, ...]
    within: tuple[Edge, ...]

    @classmethod
    def around(cls, context: Context, states: Sequence[State]) -> Boundary:
        """The boundary of these states.

        Raises `ActionRefused` where they lead on to several states, or by a rule: one state can't.
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
        """The state that some of the states start with. Raises `ActionRefused` where several are led to."""
        names = {state.name for state in group}
        entries = list(dict.fromkeys(edge.name for edge in self.entering if edge.name in names))
        if len(entries) > 1:
            raise ActionRefused("action-several-ways-in", states=", ".join(entries))
        led_to = {edge.name for edge in self.within}
        heads = [state.name for state in group if state.name not in led_to]
        return next(iter([*entries, *heads]), group[0].name)

    def ways_on(self) -> dict[str, Json]:
        """The Catch, and the Next or End, of the state that takes their place; any error is caught last."""
        catchers: list[Json] = []
        for edge in self.leaving:
            if edge.kind == "catch" and edge.fields not in catchers:
                catchers.append(edge.fields)
        catchers.sort(key=lambda catcher: mapping(catcher).get("ErrorEquals") == ANY_ERROR)
        target = next((edge.name for edge in self.leaving if edge.kind == "next"), None)
        caught: dict[str, Json] = {"Catch": catchers} if catchers else {}
        return {**caught, "Next": target} if target else {**caught, "End": True}


def connected(context: Context, states: Sequence[State]) -> list[list[State]]:
    """The states in groups that no arrow connects, each in the order of the states."""
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
