"""A state's name is too long or empty.

Why: a name has 1 to 80 characters; the service refuses another.

Bad example:

    {"StartAt": "", "States": {"": {"Type": "Succeed"}}}

Good example:

    {"StartAt": "完了", "States": {"完了": {"Type": "Succeed"}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.walk import State
from schemas.validator.finding import Finding, rule

LONGEST = 80


@rule("error", State)
def check(state: State) -> Iterator[Finding]:
    """A state with such a name."""
    if not 1 <= len(state.name) <= LONGEST:
        yield Finding(state.path, {"length": str(len(state.name))}, key=True)
