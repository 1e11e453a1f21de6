"""What follows from a state alone is found out once, and known for as long as the state stays as it is."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from schemas.asl.walk import State

Known = TypeVar("Known")


def cached_on_state(find: Callable[[State], Known]) -> Callable[[State], Known]:
    """Let several rules, and the next validation, share what `find` finds.

    It may look at the state's name, path, fields and query language, and at nothing around the state.
    """

    @wraps(find)
    def known(state: State) -> Known:
        facts = state.facts
        if facts is None:
            return find(state)
        if find not in facts:
            facts[find] = find(state)
        found: Known = facts[find]
        return found

    return known
