"""A state has neither Next nor End: true.

Why: every state but Choice, Succeed and Fail needs a Next or "End": true; the service refuses one without.

Bad example:

    {"StartAt": "A", "States": {"A": {"Type": "Pass"}, "B": {"Type": "Succeed"}}}

Good example:

    {"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Succeed"}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.walk import State
from schemas.validator.finding import Finding, rule


@rule("error", State, "Task", "Pass", "Wait", "Parallel", "Map")
def check(state: State) -> Iterator[Finding]:
    """A state without a Next whose End is false or absent; a malformed End is a schema error."""
    if "Next" not in state.fields and state.fields.get("End", False) is False:
        yield Finding(state.path, {"state": state.name}, key=True)
