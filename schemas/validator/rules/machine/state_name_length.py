"""A state's name is empty or too long.

Why: a name has 1 to 80 characters; the service refuses any other.

Bad example:

    {"StartAt": "", "States": {"": {"Type": "Succeed"}}}

Good example:

    {"StartAt": "Done", "States": {"Done": {"Type": "Succeed"}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.walk import State
from schemas.validator.finding import Finding, rule

LONGEST = 80


@rule("error", State)
def check(state: State) -> Iterator[Finding]:
    """A state whose name is empty or longer than 80 characters."""
    if not 1 <= len(state.name) <= LONGEST:
        yield Finding(state.path, {"length": str(len(state.name))}, key=True)
