"""The state types: how each is left, what it holds, and what a new one looks like; one module a type.

Which fields a type has is said by the JSON Schemas beside, in `schemas/asl/`.
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
    """Every state type by its name in the language."""
    found = (getattr(module, "KIND", None) for module in modules(sys.modules[__name__]))
    return {kind.name: kind for kind in found if isinstance(kind, StateKind)}


def transition_kinds(type_name: str) -> tuple[TransitionKind, ...]:
    """How a state of that type is left; a type that the language doesn't know may be left in every way."""
    kind = kinds().get(type_name)
    return kind.transition_kinds if kind else ("next", "choice", "default", "catch")


def new_state(template: str, language: QueryLanguage) -> dict[str, Json] | None:
    """The fields of a new state: of the type `template`, or of a Task that calls "service:action".

    None where `template` is neither.
    """
    if kind := kinds().get(template):
        return kind.template(language)
    return calling(template, language)
