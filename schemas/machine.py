"""A whole state machine, walked once: what the rules look at."""

from __future__ import annotations

from dataclasses import dataclass

from schemas import walk
from schemas.paths import Json
from schemas.walk import Scope, State, StateMachineType


@dataclass(frozen=True, slots=True)
class Machine:
    """A definition with its scopes and states, and the type it is to be created with."""

    definition: Json
    type: StateMachineType
    scopes: tuple[Scope, ...]
    states: tuple[State, ...]

    @classmethod
    def of(cls, definition: Json, type: StateMachineType) -> Machine:
        """Walk `definition`."""
        scopes = tuple(walk.scopes(definition))
        states = tuple(state for scope in scopes for state in walk.states_of(scope))
        return cls(definition, type, scopes, states)
