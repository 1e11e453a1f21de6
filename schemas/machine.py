"""A whole state machine, walked once: what the schemas and the rules look at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from schemas import walk
from schemas.paths import Json, Path
from schemas.states import kinds
from schemas.walk import ChoiceRule, Scope, State, StateMachineType


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a definition that has a JSON Schema of its own: which one, the part's value, and its path.

    `scope` is given for a state: the one that it stands in.
    """

    schema: str
    value: Json
    path: Path
    scope: Scope | None = None


@dataclass(frozen=True, slots=True)
class Machine:
    """A definition and what is in it, each outer before inner, and the type it is to be created with."""

    definition: Json
    type: StateMachineType
    scopes: tuple[Scope, ...]
    states: tuple[State, ...]
    choice_rules: tuple[ChoiceRule, ...]

    @classmethod
    def of(cls, definition: Json, type: StateMachineType) -> Machine:
        """Walk `definition`."""
        scopes = tuple(walk.scopes(definition))
        states = tuple(state for scope in scopes for state in walk.states_of(scope))
        rules = tuple(rule for state in states for rule in walk.choice_rules(state))
        return cls(definition, type, scopes, states, rules)

    def parts(self) -> Iterator[Part]:
        """Every part; what is no object is left to the schema of the part around it."""
        if not self.scopes:
            yield Part("machine", self.definition, ())
        for scope in self.scopes:
            yield Part(_schema_of_scope(scope), scope.fields, scope.path)
        for state in self.states:
            if isinstance(state.scope.states[state.name], dict):
                yield Part(_schema_of_state(state), state.fields, state.path, state.scope)
        for rule in self.choice_rules:
            yield Part(f"choice-rule.{rule.state.language.lower()}", rule.fields, rule.path)


def _schema_of_scope(scope: Scope) -> str:
    if scope.owner is None:
        return "machine"
    return "branch" if scope.owner.type == "Parallel" else "processor"


def _schema_of_state(state: State) -> str:
    return f"{state.type.lower()}.{state.language.lower()}" if state.type in kinds() else "state"
