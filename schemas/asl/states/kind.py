"""The description of one state type."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from schemas.asl.walk import QueryLanguage, TransitionKind
from schemas.core.paths import Json


@dataclass(frozen=True, slots=True)
class StateKind:
    """A state type: its name, its kinds of transitions (the usual one first), and the fields of a new state.

    A new state is as valid as it can be alone: it ends the machine until it is connected.
    """

    name: str
    transition_kinds: tuple[TransitionKind, ...]
    template: Callable[[QueryLanguage], dict[str, Json]]
    container: bool = False

    @property
    def always_ends(self) -> bool:
        """True if the state has no transitions: Succeed and Fail."""
        return not self.transition_kinds
