"""The only recursion into Map and Parallel: scopes and states of a definition, finished or not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from schemas.paths import Json, Path

QueryLanguage = Literal["JSONPath", "JSONata"]


@dataclass(frozen=True, slots=True)
class Scope:
    """An object that holds `StartAt` and `States`: the machine, a Parallel's branch or a Map's processor.

    `path` leads to that object; `states` is its `States` where that is an object, else empty; `language` is
    the query language of a state in it that names none; `owner` is the Parallel or Map around it.
    """

    path: Path
    fields: dict[str, Json]
    language: QueryLanguage
    owner: State | None

    @property
    def states(self) -> dict[str, Json]:
        """The scope's states by name, as they stand."""
        states = self.fields.get("States")
        return states if isinstance(states, dict) else {}


@dataclass(frozen=True, slots=True)
class State:
    """One state: its name, its path, its fields (empty where it is no object) and the scope it stands in."""

    name: str
    path: Path
    fields: dict[str, Json]
    scope: Scope

    @property
    def type(self) -> str:
        """The state's `Type`; empty where it has none."""
        kind = self.fields.get("Type")
        return kind if isinstance(kind, str) else ""

    @property
    def language(self) -> QueryLanguage:
        """The query language that the state's fields are written in."""
        return _language(self.fields, self.scope.language)


def scopes(definition: Json) -> Iterator[Scope]:
    """Every scope, outer before inner, in the order of the text."""
    if not isinstance(definition, dict):
        return
    waiting = [Scope((), definition, _language(definition, "JSONPath"), None)]
    while waiting:
        scope = waiting.pop()
        yield scope
        inner = [child for state in states_of(scope) for child in inner_scopes(state)]
        waiting.extend(reversed(inner))


def states(definition: Json) -> Iterator[State]:
    """Every state of every scope, outer before inner, in the order of the text."""
    for scope in scopes(definition):
        yield from states_of(scope)


def states_of(scope: Scope) -> Iterator[State]:
    """The states of one scope, in the order of the text."""
    for name, fields in scope.states.items():
        yield State(name, (*scope.path, "States", name), fields if isinstance(fields, dict) else {}, scope)


def inner_scopes(state: State) -> Iterator[Scope]:
    """The scopes inside a Parallel (its branches) or a Map (its ItemProcessor, or the older Iterator)."""
    if state.type == "Parallel":
        branches = state.fields.get("Branches")
        for index, branch in enumerate(branches if isinstance(branches, list) else []):
            if isinstance(branch, dict):
                yield Scope((*state.path, "Branches", index), branch, state.scope.language, state)
    if state.type == "Map":
        for key in ("ItemProcessor", "Iterator"):
            processor = state.fields.get(key)
            if isinstance(processor, dict):
                yield Scope((*state.path, key), processor, _language(processor, state.scope.language), state)


def _language(fields: dict[str, Json], default: QueryLanguage) -> QueryLanguage:
    named = fields.get("QueryLanguage")
    if named == "JSONata":
        return "JSONata"
    return "JSONPath" if named == "JSONPath" else default
