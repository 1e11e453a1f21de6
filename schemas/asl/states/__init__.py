"""The state types, one module each: its kinds of transitions and the template of a new state.

The fields of a type are in its JSON Schemas in `schemas/asl/`.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from functools import cache

from schemas.asl.states.kind import StateKind
from schemas.asl.states.task import calling
from schemas.asl.walk import QueryLanguage, TransitionKind
from schemas.core.paths import Json
from schemas.core.registry import modules

__all__ = ["StateKind", "kinds", "new_state", "transition_kinds"]


@cache
def kinds() -> Mapping[str, StateKind]:
    """The state types by their names in the language."""
    found = (getattr(module, "KIND", None) for module in modules(sys.modules[__name__]))
    return {kind.name: kind for kind in found if isinstance(kind, StateKind)}


def transition_kinds(type_name: str) -> tuple[TransitionKind, ...]:
    """The kinds of transitions of a state type; all kinds for an unknown type."""
    kind = kinds().get(type_name)
    return kind.transition_kinds if kind else ("next", "choice", "default", "catch")


def new_state(template: str, language: QueryLanguage) -> dict[str, Json] | None:
    """The fields of a new state: `template` is a state type, or "service:action" for a Task that calls it.

    None if `template` is neither.
    """
    if kind := kinds().get(template):
        return kind.template(language)
    return calling(template, language)
