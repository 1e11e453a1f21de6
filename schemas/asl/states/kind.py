"""What a state type is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from schemas.asl.walk import QueryLanguage, TransitionKind
from schemas.core.paths import Json


@dataclass(frozen=True, slots=True)
class StateKind:
    """A state type: its name, how it is left (the way on first), and the fields of a new one.

    A new state is as valid alone as it can be: it ends the machine until it is connected.
    """

    name: str
    transition_kinds: tuple[TransitionKind, ...]
    template: Callable[[QueryLanguage], dict[str, Json]]
    container: bool = False

    @property
    def always_ends(self) -> bool:
        """Whether nothing can follow."""
        return not self.transition_kinds
