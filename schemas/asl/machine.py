"""A state machine walked once, for the checks by JSON Schemas and rules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import get_args

from schemas.asl import walk
from schemas.asl.flow import Flow
from schemas.asl.states import kinds
from schemas.asl.walk import QueryLanguage, Scope, State, StateMachineType
from schemas.core.coerce import text
from schemas.core.paths import Json, Path


@dataclass(frozen=True, slots=True)
class SchemaInstance:
    """A value that is checked against the JSON Schema named `schema`, with its path in the definition.

    `scope` is the scope of a state; None for any other value.
    """

    schema: str
    value: Json
    path: Path
    scope: Scope | None = None


@dataclass(frozen=True)
class Machine:
    """A definition, the type that it is created with, and its scopes as flows, outer before inner."""

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
        """All states, those of outer scopes before those of inner scopes."""
        return tuple(state for flow in self.flows for state in flow.states.values())

    def of_type(self, type_name: str) -> Sequence[State]:
        """The states of one type, those of outer scopes before those of inner scopes."""
        return self._by_type.get(type_name, ())

    @cached_property
    def raised(self) -> frozenset[str]:
        """The names of the errors that its Fail states raise."""
        return frozenset(text(state.fields.get("Error")) for state in self.of_type("Fail"))

    @cached_property
    def _by_type(self) -> dict[str, list[State]]:
        found: dict[str, list[State]] = {}
        for state in self.states:
            found.setdefault(state.type, []).append(state)
        return found


def schema_of_scope(scope: Scope) -> str:
    """The name of the JSON Schema for the fields of `scope` other than `States`."""
    if scope.owner is None:
        return "machine"
    return "branch" if scope.owner.type == "Parallel" else "processor"


def schema_of_state(state: State) -> str:
    """The name of the JSON Schema of `state`; "state", which demands a valid type, if its type is unknown."""
    return state_schemas().get((state.type, state.language), "state")


def schema_of_choice_rule(language: QueryLanguage) -> str:
    """The name of the JSON Schema of a choice rule in that query language."""
    return f"choice-rule.{language.lower()}"


@cache
def state_schemas() -> Mapping[tuple[str, QueryLanguage], str]:
    """The JSON Schema of each state type in each query language."""
    languages: tuple[QueryLanguage, ...] = get_args(QueryLanguage)
    return {(kind, named): f"{kind.lower()}.{named.lower()}" for kind in kinds() for named in languages}
