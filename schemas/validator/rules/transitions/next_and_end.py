"""A state has both Next and End: true.

Why: Next and End exclude each other; the service refuses a state with both.

Bad example:

    {"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "B", "End": true}, "B": {"Type": "Succeed"}}}

Good example:

    {"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Succeed"}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.walk import State
from schemas.validator.finding import Finding, rule


@rule("error", State, "Task", "Pass", "Wait", "Parallel", "Map")
def check(state: State) -> Iterator[Finding]:
    """A state with a Next and with End: true."""
    if "Next" in state.fields and state.fields.get("End") is True:
        yield Finding((*state.path, "End"), {"state": state.name}, key=True)
