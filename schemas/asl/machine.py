"""A whole state machine, walked once: what the schemas and the rules look at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import get_args

from schemas.asl import walk
from schemas.asl.flow import Flow
from schemas.asl.states import kinds
from schemas.asl.walk import QueryLanguage, Scope, State, StateMachineType
from schemas.core.paths import Json, Path


@dataclass(frozen=True, slots=True)
class SchemaInstance:
    """A part of a definition that has a JSON Schema of its own: which one, the part's value, and its path.

    `scope` is given for a state: the one that it stands in.
    """

    schema: str
    value: Json
    path: Path
    scope: Scope | None = None


@dataclass(frozen=True)
class Machine:
    """A definition, its scopes, each outer before inner, and the type that it is to be created with."""

    definition: Json
    type: StateMachineType
    flows: tuple[Flow, ...]

    @classmethod
    def of(cls, definition: Json, type: StateMachineType) -> Machine:
        """Walk `definition`."""
        levels = walk.levels(definition)
        return cls(
            definition,
            type,
            tuple(Flow(scope, {state.name: state for state in states}) for scope, states in levels),
        )

    @cached_property
    def states(self) -> tuple[State, ...]:
        """Every state, outer before inner."""
        return tuple(state for flow in self.flows for state in flow.states.values())

    def of_type(self, type_name: str) -> Sequence[State]:
        """The states of one type, outer before inner."""
        return self._by_type.get(type_name, ())

    @cached_property
    def _by_type(self) -> dict[str, list[State]]:
        found: dict[str, list[State]] = {}
        for state in self.states:
            found.setdefault(state.type, []).append(state)
        return found


def schema_of_scope(scope: Scope) -> str:
    """The name of the JSON Schema of what is in `scope` beside its states."""
    if scope.owner is None:
        return "machine"
    return "branch" if scope.owner.type == "Parallel" else "processor"


def schema_of_state(state: State) -> str:
    """The name of the JSON Schema of `state`; of the one that asks for a known type where it has none."""
    return state_schemas().get((state.type, state.language), "state")


def schema_of_choice_rule(language: QueryLanguage) -> str:
    """The name of the JSON Schema of a choice rule in that query language."""
    return f"choice-rule.{language.lower()}"


@cache
def state_schemas() -> Mapping[tuple[str, QueryLanguage], str]:
    """The JSON Schema of each state type in each query language."""
    languages: tuple[QueryLanguage, ...] = get_args(QueryLanguage)
    return {(kind, named): f"{kind.lower()}.{named.lower()}" for kind in kinds() for named in languages}
