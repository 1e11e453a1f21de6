"""Caches a function's result per state until the state's content changes."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from schemas.asl.walk import State

Result = TypeVar("Result")


def cached_on_state(function: Callable[[State], Result]) -> Callable[[State], Result]:
    """Decorate `function` to keep its result in `State.cache`, for other rules and the next validation.

    `function` may read the state's name, path, fields and query language, and nothing around the state.
    """

    @wraps(function)
    def cached(state: State) -> Result:
        cache = state.cache
        if cache is None:
            return function(state)
        if function not in cache:
            cache[function] = function(state)
        result: Result = cache[function]
        return result

    return cached
