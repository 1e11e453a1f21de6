"""Outputs of states that keep their input, so that later states read what earlier ones have found out."""

from __future__ import annotations

from schemas.core.paths import Json

KEEP = "{% $states.input %}"
"""The input as the output: the result is not needed."""

OF_BRANCHES = "{% $merge($states.result) %}"
"""The outputs of all branches in one object: each of them has kept the input."""

WITH_ERROR = "{% $merge([$states.input, {'error': $states.errorOutput}]) %}"
"""The input with the error that was caught."""


def with_result(key: str, member: str = "") -> Json:
    """The input with the result of the state, or a member of it, at `key`."""
    result = f"$states.result.{member}" if member else "$states.result"
    return f"{{% $merge([$states.input, {{'{key}': {result}}}]) %}}"
